import { describe, expect, it } from 'vitest';
import { planSession } from '@/features/offerings/rules/plan-session';
import { cardTimes, sessionWhen, weekdayWords } from '@/features/offerings/rules/times';
import { workCalendarOf } from '@/lib/calendar/workdays';
import { parseLocalDateTime } from '@/lib/dates';
import { remindedMeeting } from './reminder';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const from = (start: string, end: string, weekdays: number[] = [], off: string[] = []) => ({
  startsAt: at(start),
  endsAt: at(end),
  weekdays,
  off,
});
const everyDay = [0, 1, 2, 3, 4, 5, 6];

describe('the days of a week', () => {
  it.each([
    [[], '每天'],
    [everyDay, '每天'],
    [[1, 2, 3, 4, 5], '周一至周五'],
    [[5, 6, 0], '周五至周日'],
    [[3, 1], '周一、三'],
    [[1, 3, 5], '周一、三、五'],
    [[6, 0], '周六、日'],
    [[3], '周三'],
  ])('%j are %s', (days, words) => {
    expect(weekdayWords(days)).toBe(words);
  });
});

describe('the times of a session', () => {
  it.each([
    [
      from('2027-01-25T08:30', '2027-02-05T17:30', [1, 2, 3, 4, 5]),
      '1月25日至2月5日，周一至周五 08:30–17:30',
    ],
    [from('2027-12-08T10:00', '2027-12-14T17:00', everyDay), '12月8日至12月14日，每天 10:00–17:00'],
    [from('2027-12-08T10:00', '2027-12-14T17:00'), '12月8日至12月14日，每天 10:00–17:00'],
    [from('2027-07-06T08:30', '2027-07-06T11:30'), '7月6日（周二）08:30–11:30'],
    [
      from('2027-03-29T16:30', '2027-05-10T18:30', [1], ['2027-04-05']),
      '3月29日至5月10日，周一 16:30–18:30，4月5日不上',
    ],
    [from('2028-01-24T08:30', '2028-02-04T17:30', [1]), '2028年1月24日至2月4日，周一 08:30–17:30'],
    [from('2027-06-22T22:00', '2027-06-23T06:00'), '6月22日（周二）22:00 至 6月23日（周三）06:00'],
  ])('are said in one way', (session, words) => {
    expect(sessionWhen(session, at('2027-01-02T12:00'))).toBe(words);
  });

  it('of a card with several sittings are the first day and how many', () => {
    const card = { first: from('2026-06-20T19:30', '2026-06-20T21:00'), sessions: 3 };
    const now = at('2026-06-15T12:00');
    expect(cardTimes(card, now)).toBe('6月20日（周六）起，共 3 场');
    expect(cardTimes({ ...card, sessions: 1 }, now)).toBe('6月20日（周六）19:30–21:00');
  });
});

describe('a session as it is typed', () => {
  const now = at('2026-11-29T12:00');
  const calendar = workCalendarOf([
    { on: '2027-04-05', kind: 'off' },
    { on: '2027-05-03', kind: 'off' },
    { on: '2027-05-08', kind: 'work' },
  ]);
  const plan = (start: string, end: string, weekdays: number[], skipHolidays = false) =>
    planSession({ ...from(start, end, weekdays), skipHolidays }, calendar, now);

  it('is refused when its first day is no meeting, naming the first that is', () => {
    expect(plan('2026-12-01T19:30', '2026-12-15T21:00', [1, 3])).toEqual({
      ok: false,
      fieldErrors: {
        startsOn: '12月1日是周二，不上。第一次是12月2日（周三），请把开始日期改成这一天',
      },
    });
  });

  it('ends with its last meeting, whatever last day was typed', () => {
    expect(plan('2026-12-02T19:30', '2026-12-15T21:00', [1, 3])).toEqual({
      ok: true,
      endsAt: at('2026-12-14T21:00'),
      off: [],
    });
  });

  it('leaves holidays out where it says so, and a holiday is no first day', () => {
    const term = plan('2027-03-29T16:30', '2027-05-10T18:30', [1], true);
    expect(term).toMatchObject({ ok: true, off: ['2027-04-05', '2027-05-03'] });
    expect(plan('2027-03-29T16:30', '2027-05-10T18:30', [1])).toMatchObject({ off: [] });
    expect(plan('2027-04-05T16:30', '2027-05-10T18:30', [1], true)).toMatchObject({
      fieldErrors: { startsOn: expect.stringContaining('第一次是2027年4月12日（周一）') },
    });
  });

  it('without any day that fits is refused at its weekdays', () => {
    expect(plan('2026-12-01T19:30', '2026-12-03T21:00', [6])).toHaveProperty(
      'fieldErrors.weekdays',
    );
  });
});

describe('a reminder', () => {
  const course = from('2026-12-02T19:30', '2026-12-14T21:00', [1, 3, 4]);
  it.each([
    ['each', '2026-12-01', false],
    ['each', '2026-12-02', true],
    ['each', '2026-12-03', true],
    ['each', '2026-12-04', false],
    ['gap', '2026-12-02', true],
    ['gap', '2026-12-03', false],
    ['gap', '2026-12-07', true],
    ['first', '2026-12-02', true],
    ['first', '2026-12-07', false],
  ] as const)('of every kind, %s: on %s %s', (how, on, isReminded) => {
    expect(remindedMeeting(course, how, on) !== null).toBe(isReminded);
  });
});
