import { describe, expect, it, test } from 'vitest';
import { checklistItems } from '@/db/schema/enums';
import { type AccountActor, anonymous, type Grant } from '@/lib/actor';
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
} from '../messages';
import { canLookAfterChildren, canRunClass } from '../policy';
import { childcareWords } from '../words';
import { absenceDays, type ChildDay, countDay, dayState, daysAhead, unknownDay } from './class-day';
import { parseIncident, withCorrections } from './incident';
import { checkPickUpCode, fetcherWords, parseFetcher, type StoredCode } from './pick-up';
import { typedList } from './pick-up-list';
import { carriesOver } from './readiness';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);

describe('a line of the incident log', () => {
  it('is read as it was sealed, without whom was told where nobody was', () => {
    const body = { what: '擦伤', action: '消毒', told: '妈妈' };
    expect(parseIncident(JSON.stringify(body))).toEqual(body);
    expect(parseIncident('{"what":"擦伤","action":"消毒","told":null}').told).toBeNull();
    expect(parseIncident('{"what":"擦伤","action":"消毒","told":""}').told).toBeNull();
  });

  test.each([['null'], ['3'], ['"擦伤"'], ['{"what":3}'], ['[]']])(
    'that is no longer one, %s, shows empty and breaks no page',
    (text) => expect(parseIncident(text)).toEqual({ what: '', action: '', told: null }),
  );

  it('stands with what corrects it, the newest matter first, corrections as written', () => {
    const line = (id: string, hour: number, correctsId: string | null = null) => ({
      id,
      correctsId,
      happenedAt: new Date(hour * 3_600_000),
    });
    const lines = [line('a', 1), line('b', 3), line('a2', 9, 'a'), line('a3', 2, 'a')];
    const read = withCorrections(lines).map(({ line: one, corrections }) => [
      one.id,
      corrections.map(({ id }) => id),
    ]);
    expect(read).toEqual([
      ['b', []],
      ['a', ['a2', 'a3']],
    ]);
  });
});

describe('who fetched a child', () => {
  it('is read as it was sealed, and is told as relation and name', () => {
    const fetcher = parseFetcher('{"name":"王秀英","relation":"外婆"}');
    expect(fetcher).toEqual({ name: '王秀英', relation: '外婆' });
    expect(fetcherWords(fetcher)).toBe('外婆王秀英');
    expect(fetcherWords(null)).toBe('接送人');
  });

  test.each([
    ['null'],
    ['3'],
    ['{"name":"王秀英"}'],
    ['{"relation":"外婆"}'],
    ['{"name":3,"relation":"外婆"}'],
    ['{"name":"王秀英","relation":null}'],
  ])('is nobody where the text is %s', (text) => expect(parseFetcher(text)).toBeNull());
});

describe('the days of a class', () => {
  // Monday to Friday; 2026-07-06 is a Monday.
  const session = {
    startsAt: at('2026-07-06T08:30'),
    endsAt: at('2026-07-31T18:00'),
    details: { weekdays: [1, 2, 3, 4, 5] },
  };
  const ahead = (from: string, most?: number) => daysAhead(session, from, most).map(({ on }) => on);

  it('for an absence begin on the day asked, leave the weekend out, and are ten', () => {
    expect(ahead('2026-07-10', 3)).toEqual(['2026-07-10', '2026-07-13', '2026-07-14']);
    expect(ahead('2026-07-01')).toHaveLength(10);
    expect(ahead('2026-07-31')).toEqual(['2026-07-31']);
    expect(ahead('2026-08-01')).toEqual([]);
  });

  it('that may still be announced are those not announced, and not today once the child is there', () => {
    const days = daysAhead(session, '2026-07-08', 3);
    const open = (absences: string[], day: ChildDay) =>
      absenceDays(days, absences, '2026-07-08', day);
    expect(open([], unknownDay)).toEqual(['2026-07-08', '2026-07-09', '2026-07-10']);
    expect(open(['2026-07-09'], unknownDay)).toEqual(['2026-07-08', '2026-07-10']);
    expect(open([], { ...unknownDay, signedInAt: at('2026-07-08T08:25') })).toEqual([
      '2026-07-09',
      '2026-07-10',
    ]);
  });

  const when = at('2026-07-06T08:25');
  const given = (more: Partial<ChildDay>): ChildDay => ({ ...unknownDay, ...more });
  const gone = given({ signedInAt: when, announced: true, handedOver: { at: when, to: '爸爸' } });

  test.each([
    ['home', gone],
    ['in', given({ signedInAt: when, announced: true, toldAt: when })],
    ['absent', given({ announced: true, toldAt: when })],
    ['missing', given({ toldAt: when })],
    ['expected', unknownDay],
  ] as const)('say that a child is %s by the last that is known', (state, day) => {
    expect(dayState(day)).toBe(state);
  });

  it('count each child once', () => {
    const counts = countDay([gone, gone, unknownDay, given({ signedInAt: when })]);
    expect(counts).toEqual({ home: 2, in: 1, absent: 0, missing: 0, expected: 1 });
  });
});

describe('a one-day code among others', () => {
  const made = (more: Partial<StoredCode>): StoredCode => ({
    id: 'now',
    onDay: '2026-07-06',
    code: '123456',
    usedAt: null,
    replacedAt: null,
    wrongTries: 0,
    ...more,
  });
  const old = made({ id: 'old', code: '111111', replacedAt: new Date(0) });
  const judge = (codes: StoredCode[], typed: string) => checkPickUpCode(codes, typed, '2026-07-06');

  it('counts a wrong try against the one that is valid, whatever was typed', () => {
    expect(judge([old, made({})], '111111')).toEqual({
      ok: false,
      reason: 'code_replaced',
      against: 'now',
    });
    expect(judge([old, made({})], '999999')).toMatchObject({
      reason: 'code_wrong',
      against: 'now',
    });
    expect(judge([old], '999999')).toMatchObject({ reason: 'code_none', against: null });
  });

  it('is good at the fourth wrong try and dead at the fifth, even when right', () => {
    expect(judge([made({ wrongTries: 4 })], '123456')).toEqual({ ok: true, id: 'now' });
    expect(judge([made({ wrongTries: 5 })], '123456')).toMatchObject({
      reason: 'code_burnt',
      against: null,
    });
  });

  it('is named by its own fault: used comes before replaced, both before another day', () => {
    const used = made({ id: 'u', usedAt: new Date(0), replacedAt: new Date(0) });
    const other = made({ id: 'o', onDay: '2026-07-05' });
    expect(judge([other, used], '123456')).toMatchObject({ reason: 'code_used' });
    expect(judge([other, made({ replacedAt: new Date(0) })], '123456')).toMatchObject({
      reason: 'code_replaced',
    });
    expect(judge([other], '123456')).toEqual({
      ok: false,
      reason: 'code_other_day',
      against: null,
    });
  });

  it('of another day is named as such, whether it was used or replaced then', () => {
    const yesterday = { id: 'o', onDay: '2026-07-05' };
    for (const then of [{ usedAt: new Date(0) }, { replacedAt: new Date(0) }]) {
      expect(judge([made({ ...yesterday, ...then })], '123456')).toMatchObject({
        reason: 'code_other_day',
      });
    }
  });

  it('of today releases the child beside an equal one that is spent', () => {
    const used = made({ id: 'u', usedAt: new Date(0) });
    expect(judge([used, made({})], '123456')).toEqual({ ok: true, id: 'now' });
  });
});

describe('a list of who may fetch a child', () => {
  const nobody = { name: null, relation: null, phone: null, photo: null };
  const aunt = { name: '李梅', relation: '姑姑', phone: '13900000001', photo: 'AAAA' };

  it('keeps the order and the pictures, and asks for the person of a picture alone', () => {
    const uncle = { ...aunt, name: '李强', phone: '13900000002', photo: null };
    expect(typedList([aunt, nobody, uncle])).toEqual({ ok: true, people: [aunt, uncle] });
    const alone = typedList([{ ...nobody, photo: 'AAAA' }]);
    expect(alone).toMatchObject({ ok: false });
    expect(Object.keys(alone.ok ? {} : alone.fieldErrors).sort()).toEqual([
      'name1',
      'phone1',
      'relation1',
    ]);
  });

  test.each([
    ['name', { ...nobody, name: '李梅' }, ['phone1', 'relation1']],
    ['relation', { ...nobody, relation: '姑姑' }, ['name1', 'phone1']],
    ['phone', { ...nobody, phone: '13900000001' }, ['name1', 'relation1']],
  ])('asks for the rest where only the %s is given', (_what, row, asked) => {
    const typed = typedList([row]);
    expect(Object.keys(typed.ok ? {} : typed.fieldErrors).sort()).toEqual(asked);
  });

  it('says of each wrong line what is wrong with it, and is not half taken', () => {
    const typed = typedList([{ ...aunt, phone: null }, aunt, { ...aunt, relation: null }]);
    expect(typed).toMatchObject({ ok: false });
    expect(Object.keys(typed.ok ? {} : typed.fieldErrors).sort()).toEqual(['phone1', 'relation3']);
  });
});

describe('the right to a class', () => {
  const today = '2026-07-06';
  const town = ['town', 'district'];
  const officer = (role: Grant['role'], organisationId: string): AccountActor => ({
    kind: 'account',
    accountId: 'a',
    personId: null,
    sessionId: 's',
    displayName: '林干事',
    assurance: 'totp',
    mode: 'staff',
    grants: [{ role, organisationId }],
  });

  test.each([
    ['nobody’s line', null, false],
    ['a line without a check', { checkValidUntil: null }, false],
    ['a check that ended yesterday', { checkValidUntil: '2026-07-05' }, false],
    ['a check that ends today', { checkValidUntil: '2026-07-06' }, true],
  ])('to take children over with %s is %s', (_what, assignment, may) => {
    expect(canLookAfterChildren(assignment, today)).toBe(may);
    expect(canRunClass(anonymous, town, assignment, today)).toBe(may);
  });

  it('to see its day is the deciding officers’ as well, of the organiser and above alone', () => {
    const may = (role: Parameters<typeof officer>[0], at: string) =>
      canRunClass(officer(role, at), town, null, today);
    expect(may('women_officer', 'town')).toBe(true);
    expect(may('town_admin', 'district')).toBe(true);
    expect(may('town_admin', 'other')).toBe(false);
    expect(may('economy_officer', 'town')).toBe(false);
  });
});

describe('what is told of a class', () => {
  const facts = { sessionId: 's', offeringId: 'o', title: '暑期托管', session: '第一班' };
  const now = at('2026-07-06T08:50');
  const all = [
    assignedNotice(facts, 'st'),
    alarmNotice(facts, ['缺 1 人犯罪记录查询', '食品安全未登记'], '2026-07-06'),
    absenceNotice('b', '2026-07-06', at('2026-07-06T08:30')),
    arrivedNotice('b', '2026-07-06', now),
    handedOverNotice('b', '2026-07-06', now, '外婆王秀英'),
    refusedHandOverNotice('b', 'h', now),
    incidentNotice('b', 'i'),
    pickUpChangedNotice('b', 'c'),
  ];

  it('is told once for each matter, and leads to the page where something can be done', () => {
    expect(new Set(all.map(({ dedupeKey }) => dedupeKey)).size).toBe(all.length);
    expect(all.map(({ link }) => link)).toEqual([
      '/class/s',
      '/desk/offerings/o/staff?session=s',
      ...Array(5).fill('/me/bookings/b/class'),
      '/me/bookings/b/pick-up',
    ]);
  });

  it('names the time, what is missing, and what to do', () => {
    const bodies = all.map(({ body }) => body);
    expect(bodies[1]).toContain('缺 1 人犯罪记录查询；食品安全未登记');
    expect(bodies[2]).toContain('08:30 开始');
    expect(bodies[3]).toContain('08:50 已签到');
    expect(bodies[4]).toContain('由外婆王秀英接走');
    expect(absenceNotice('b', '2026-07-06', now).sms.text).not.toMatch(/暑期|第一班|\d/);
  });
});

describe('a checklist of an earlier class', () => {
  it('is taken over but for what is about the children of that class', () => {
    expect(checklistItems.filter(carriesOver)).toEqual(['fire', 'food', 'emergency']);
  });
});

describe('the words of a refusal', () => {
  it('say how many tries are left, and why a class cannot open or take children in', () => {
    expect(childcareWords.code_wrong({ left: 4 })).toBe('接送码不对，还能试 4 次');
    expect(childcareWords.not_ready({ text: '食品安全未登记' })).toBe('食品安全未登记，不能开班');
    expect(childcareWords.class_closed({})).toBe('还没开班，不能签到');
    expect(childcareWords.class_closed({ text: '检查不齐' })).toBe('检查不齐，今天不能签到');
  });
});
