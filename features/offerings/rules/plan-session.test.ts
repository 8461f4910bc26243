import { describe, expect, it, test } from 'vitest';
import { workCalendarOf } from '@/lib/calendar/workdays';
import { parseLocalDateTime, toLocalDateTime } from '@/lib/dates';
import { bookableState, seatsLeft, waitlistIsFull } from './offering';
import { fitSession, planSession } from './plan-session';
import { seatState, seatWords } from './seat-words';
import { nearestSession } from './session-words';
import { sessionTimes, weekdayWords } from './times';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const now = at('2026-09-01T12:00');
// 国庆: 1 to 7 October off, Saturday the 10th worked in exchange; 2026-09-28 is a Monday.
const calendar = workCalendarOf([
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
    on: `2026-10-${day}`,
    kind: 'off' as const,
  })),
  { on: '2026-10-10', kind: 'work' },
]);
const typed = (from: string, to: string, weekdays: number[] = [], skipHolidays = true) => ({
  startsAt: at(`${from}T08:30`),
  endsAt: at(`${to}T17:00`),
  weekdays,
  skipHolidays,
});
const plan = (...given: Parameters<typeof typed>) => {
  const planned = planSession(typed(...given), calendar, now);
  return planned.ok
    ? [toLocalDateTime(planned.endsAt), planned.off]
    : Object.values(planned.fieldErrors);
};
const fitted = (...given: Parameters<typeof typed>) => {
  const { startsAt, endsAt, off } = fitSession(typed(...given), calendar);
  return [toLocalDateTime(startsAt), toLocalDateTime(endsAt), off];
};
const [first, second] = ['2026-10-01', '2026-10-02'];

describe('the days of a session as an officer types them', () => {
  it('of one day stand as they are, also on a holiday', () => {
    expect(plan(first, first)).toEqual(['2026-10-01T17:00', []]);
  });

  it('leave the holidays out where the session says so', () => {
    expect(plan('2026-09-30', '2026-10-08')).toEqual([
      '2026-10-08T17:00',
      [first, second, '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    ]);
    expect(plan('2026-09-30', '2026-10-02', [], false)).toEqual(['2026-10-02T17:00', []]);
  });

  it('end with the last meeting, and keep no day off behind it', () => {
    expect(plan('2026-09-28', '2026-10-02')).toEqual(['2026-09-30T17:00', []]);
    expect(plan('2026-09-28', '2026-10-04', [1, 3])).toEqual(['2026-09-30T17:00', []]);
  });

  it('are refused where the first has no meeting, with the first that has one', () => {
    expect(plan('2026-09-29', '2026-10-20', [1, 3])).toEqual([
      '9月29日是周二，不上。第一次是9月30日（周三），请把开始日期改成这一天',
    ]);
    expect(plan(first, '2026-10-20')).toEqual([
      '10月1日放假。第一次是10月8日（周四），请把开始日期改成这一天',
    ]);
  });

  it('are refused where none of them is one, and where all of them are holidays', () => {
    expect(plan('2026-09-28', '2026-09-29', [3])).toEqual([
      '这段时间里没有一天要上，请改日期，或改每周哪几天',
    ]);
    expect(plan(first, second)).toEqual([
      '去掉法定节假日和调休，这段时间没有一天要上。请改日期，或不勾“法定节假日、调休不上”',
    ]);
  });

  it('leave a weekend day out that is worked in exchange, for a class of weekends alone', () => {
    // Saturday the 10th is worked.
    const saturdays = plan('2026-09-26', '2026-10-17', [6, 0]);
    expect(saturdays).toEqual(['2026-10-17T17:00', ['2026-10-03', '2026-10-04', '2026-10-10']]);
    expect(plan('2026-10-08', '2026-10-12')).toEqual(['2026-10-12T17:00', []]);
    expect(plan('2026-10-10', '2026-10-18', [6])).toEqual([
      '10月10日调休上班，不上。第一次是10月17日（周六），请把开始日期改成这一天',
    ]);
    expect(plan('2026-10-10', '2026-10-18', [6], false)).toEqual(['2026-10-17T17:00', []]);
  });
});

describe('the days of a session for want of somebody to ask', () => {
  it('of one day stand as they are', () => {
    expect(fitted(first, first)).toEqual(['2026-10-01T08:30', '2026-10-01T17:00', []]);
  });

  it('begin and end with a meeting, days off between them alone', () => {
    expect(fitted('2026-09-29', '2026-10-12', [1, 3, 5])).toEqual([
      '2026-09-30T08:30',
      '2026-10-12T17:00',
      ['2026-10-02', '2026-10-05', '2026-10-07'],
    ]);
    expect(fitted(first, '2026-10-09', [4, 5])).toEqual([
      '2026-10-08T08:30',
      '2026-10-09T17:00',
      [],
    ]);
    expect(fitted('2026-09-28', '2026-10-02', [1, 5])).toEqual([
      '2026-09-28T08:30',
      '2026-09-28T17:00',
      [],
    ]);
  });

  it('take holidays along where the session does not skip them', () => {
    expect(fitted('2026-09-30', second, [], false)).toEqual([
      '2026-09-30T08:30',
      '2026-10-02T17:00',
      [],
    ]);
  });

  it('stay as they are where none of them is a meeting', () => {
    expect(fitted(first, second)).toEqual(['2026-10-01T08:30', '2026-10-02T17:00', []]);
  });
});

describe('the button of a session', () => {
  const offering = {
    status: 'open' as const,
    bookingOpensAt: null,
    bookingClosesAt: null,
    lastEndsAt: null,
    waitlistMax: 5,
  };
  const seats = { capacity: 10, taken: 4, waiting: 0 };
  const label = (o: object, s: object) =>
    bookableState({ ...offering, ...o }, { ...seats, ...s }, now).label;

  test.each([
    [{ status: 'draft' }, {}, '未发布'],
    [{ status: 'finished' }, {}, '已结束'],
    [
      { status: 'published', bookingOpensAt: at('2026-09-02T10:00') },
      {},
      '9月2日（周三）10:00 开放',
    ],
    [{}, {}, '立即预约'],
    [{}, { entry: 'enter' }, '报名抽签'],
    [{}, { entry: 'frozen' }, '名单已封存，等抽签'],
    [{}, { entry: 'book' }, '立即预约'],
    [{}, { taken: 10 }, '候补'],
    [{}, { taken: 10, waiting: 2 }, '候补 2 人'],
    [{}, { taken: 10, waiting: 5 }, '已满'],
    [{ waitlistMax: undefined }, { taken: 10, waiting: 99 }, '候补 99 人'],
  ])('of %j with %j says %s', (o, s, words) => expect(label(o, s)).toBe(words));

  it('counts neither what is taken nor what is kept as free, and never less than nothing', () => {
    expect(seatsLeft({ ...seats, reserved: 2 })).toBe(4);
    expect(seatsLeft(seats)).toBe(6);
    expect(seatsLeft({ ...seats, taken: 12 })).toBe(0);
  });

  it('is a queue until its longest is there', () => {
    expect(waitlistIsFull({ ...seats, waiting: 4 }, 5)).toBe(false);
    expect(waitlistIsFull({ ...seats, waiting: 5 }, 5)).toBe(true);
    expect(waitlistIsFull(seats, 0)).toBe(true);
    expect(waitlistIsFull({ ...seats, waiting: 999 }, undefined)).toBe(false);
  });
});

describe('places in words', () => {
  it('name who waits only once there is somebody, and only when nothing is left', () => {
    expect(seatWords({ capacity: 5, taken: 5 })).toEqual({
      strong: '已满',
      rest: '，共 5 个名额',
      waiting: '',
    });
    expect(seatWords({ capacity: 5, taken: 6, waiting: 2 }).waiting).toBe('候补 2 人');
    expect(seatWords({ capacity: 30, taken: 24, waiting: 2 })).toEqual({
      strong: '剩 6',
      rest: ' / 30',
      waiting: '',
    });
  });

  test.each([
    [30, 30, 'full'],
    [30, 27, 'low'],
    [30, 26, 'free'],
    [50, 45, 'low'],
    [50, 44, 'free'],
  ])('of %i with %i taken are %s', (capacity, taken, state) => {
    expect(seatState({ capacity, taken })).toBe(state);
  });
});

describe('the session an officer means', () => {
  const of = (id: string, endsAt: Date, cancelledAt: Date | null = null) => ({
    id,
    endsAt,
    cancelledAt,
  });
  const [before, after, later] = [
    at('2026-08-01T10:00'),
    at('2026-09-02T10:00'),
    at('2026-09-03T10:00'),
  ];

  it('is the next that is not over, a moment after its end no more', () => {
    const sessions = [of('over', now), of('next', after), of('later', later)];
    expect(nearestSession({ sessions, now })?.id).toBe('next');
  });

  it('is the last that stood once all are over, and the first of those cancelled', () => {
    const off = of('off', later, now);
    expect(nearestSession({ sessions: [off, of('a', before), of('b', now)], now })?.id).toBe('b');
    expect(nearestSession({ sessions: [off, of('off2', later, now)], now })?.id).toBe('off');
  });
});

describe('the times of a session in words', () => {
  const words = (off: string[]) =>
    sessionTimes(
      { startsAt: at('2026-09-07T08:30'), endsAt: at('2026-09-18T17:00'), weekdays: [], off },
      now,
    ).hours;

  it('names up to three days between that are left out, and counts more', () => {
    const days = ['2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11'];
    expect(words(days.slice(0, 3))).toBe('每天 08:30–17:00，9月8日、9月9日、9月10日不上');
    expect(words(days)).toBe('每天 08:30–17:00，其中 4 天放假、调休不上');
  });

  it('says nothing of days off at its ends or outside', () => {
    expect(words(['2026-09-01', '2026-09-07', '2026-09-18', '2026-09-30'])).toBe(
      '每天 08:30–17:00',
    );
  });

  test.each([
    [[], '每天'],
    [[0, 1, 2, 3, 4, 5, 6], '每天'],
    [[5, 1, 2, 3, 4], '周一至周五'],
    [[6, 0], '周六、日'],
    [[5, 6, 0], '周五至周日'],
    [[1, 3, 5], '周一、三、五'],
    [[0, 1], '周一、日'],
  ])('of the weekdays %j are %s', (weekdays, said) => expect(weekdayWords(weekdays)).toBe(said));
});
