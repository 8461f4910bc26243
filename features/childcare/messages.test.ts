import { describe, expect, it, test } from 'vitest';
import { parseLocalDateTime } from '@/lib/dates';
import {
  absenceNotice,
  alarmNotice,
  arrivedNotice,
  assignedNotice,
  handedOverNotice,
  incidentNotice,
  pickUpChangedNotice,
  refusedHandOverNotice,
} from './messages';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const facts = { sessionId: 's', offeringId: 'o', title: '暑期托管', session: '第一班' };
const [day, next] = ['2026-07-06', '2026-07-07'];
const morning = at(`${day}T08:30`);

describe('a notice to guardians', () => {
  const toGuardians = [
    absenceNotice('b', day, morning),
    arrivedNotice('b', day, morning),
    refusedHandOverNotice('b', 'h', morning),
    incidentNotice('b', 'i'),
    pickUpChangedNotice('b', 'c'),
  ];

  test.each(toGuardians)(
    'says on a lock screen neither who nor where: $title',
    ({ title, body }) => {
      expect(`${title}${body}`).not.toMatch(/暑期托管|第一班|陈/);
      expect(body.length).toBeLessThanOrEqual(70);
      expect(title.length).toBeLessThanOrEqual(20);
    },
  );

  it('is quiet when all is well, and never when something is to be done', () => {
    const quiet = toGuardians.map((notice) => 'quiet' in notice && notice.quiet);
    expect(quiet).toEqual([false, true, false, false, false]);
  });

  it('goes out by text only when a child is missing: one SMS, which names nothing', () => {
    const texts = toGuardians.map((notice) => ('sms' in notice ? notice.sms : null));
    expect(texts.slice(1)).toEqual([null, null, null, null]);
    expect(texts[0]).toMatchObject({ template: 'class_absence', params: {} });
    expect(absenceNotice('b', day, morning).sms.text.length).toBeLessThanOrEqual(60);
  });

  it('says the hour as the clock in the room shows it', () => {
    expect(absenceNotice('b', day, morning).body).toContain('08:30 开始');
    expect(handedOverNotice('b', day, at(`${day}T17:40`), '外婆王秀英').body).toBe(
      '7月6日（周一） 17:40 由外婆王秀英接走。不对请马上联系老师。',
    );
    expect(refusedHandOverNotice('b', 'h', at(`${day}T17:05`)).body).toMatch(/^17:05 来的人/);
  });
});

describe('the same matter', () => {
  const keys = (make: (on: string) => { dedupeKey: string }) => [make(day), make(day), make(next)];

  test.each<[string, (on: string) => { dedupeKey: string }]>([
    ['a missing child', (on) => absenceNotice('b', on, morning)],
    ['an arrival', (on) => arrivedNotice('b', on, morning)],
    ['a hand-over', (on) => handedOverNotice('b', on, morning, '爸爸')],
    ['a class that may not take children in', (on) => alarmNotice(facts, ['缺查询'], on)],
  ])('is told once a day, and again the next: %s', (_what, make) => {
    const [first, again, tomorrow] = keys(make).map(({ dedupeKey }) => dedupeKey);
    expect(again).toBe(first);
    expect(tomorrow).not.toBe(first);
  });

  it('is told apart by whom and what it is about', () => {
    expect(incidentNotice('b', 'i').dedupeKey).not.toBe(incidentNotice('c', 'i').dedupeKey);
    expect(incidentNotice('b', 'i').dedupeKey).not.toBe(incidentNotice('b', 'j').dedupeKey);
    const [one, two] = [
      refusedHandOverNotice('b', 'h', morning),
      refusedHandOverNotice('b', 'k', morning),
    ];
    expect(one.dedupeKey).not.toBe(two.dedupeKey);
    expect(assignedNotice(facts, 'p').dedupeKey).not.toBe(assignedNotice(facts, 'q').dedupeKey);
  });
});

describe('a notice to those who run a class', () => {
  it('names the class and everything that is missing, and leads to where it is mended', () => {
    const alarm = alarmNotice(facts, ['缺 1 人犯罪记录查询', '食品安全未登记'], day);
    expect(alarm.body).toBe(
      '暑期托管 第一班：缺 1 人犯罪记录查询；食品安全未登记。补齐后才能让孩子入班。',
    );
    expect(alarm.link).toBe('/desk/offerings/o/staff?session=s');
  });

  it('tells who is registered that the check comes first, and where to sign children in', () => {
    const told = assignedNotice(facts, 'p');
    expect(told.body).toContain('录入查询结果后');
    expect(told.link).toBe('/class/s');
  });
});
