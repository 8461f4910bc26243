import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from '../dates';
import { type ClockTerms, lateFrom, reckon, warnDay } from './clock';
import { holidaySeedRows } from './holidays-data';
import { isWorkday, type WorkCalendar, workCalendarOf } from './workdays';

const calendar = workCalendarOf(holidaySeedRows());
const none: WorkCalendar = new Map();

const terms = (start: string, length: number, more: Partial<ClockTerms> = {}): ClockTerms => ({
  ...{ start, length, unit: 'day', rollsOver: false, pauses: [], extension: null, silence: 'none' },
  ...more,
});
const due = (given: ClockTerms, days = calendar) => reckon(given, days).dueOn;
const workdays = { unit: 'workday' } as const;
const rolls = { rollsOver: true } as const;

describe('the last day of a deadline', () => {
  it.each([
    ['10 个工作日 over the spring festival', terms('2026-02-10', 10, workdays), '2026-03-02'],
    ['30 days over the end of February', terms('2026-01-31', 30), '2026-03-02'],
    ['意见书, 15 个工作日', terms('2026-09-18', 15, workdays), '2026-10-15'],
    ['信访, 15 days', terms('2026-09-20', 15), '2026-10-05'],
    ['信访, 15 days with 顺延', terms('2026-09-20', 15, rolls), '2026-10-08'],
    ['调解, 15 days', terms('2026-02-06', 15), '2026-02-21'],
    ['调解, 15 days with 顺延', terms('2026-02-06', 15, rolls), '2026-02-24'],
    ['要约, 20 days', terms('2026-09-16', 20), '2026-10-06'],
    ['要约, 20 days with 顺延', terms('2026-09-16', 20, rolls), '2026-10-08'],
    ['集体合同, 15 days', terms('2026-09-17', 15), '2026-10-02'],
    ['集体合同, 15 days with 顺延', terms('2026-09-17', 15, rolls), '2026-10-08'],
    ['60 days', terms('2026-03-01', 60), '2026-04-30'],
    ['a month from the 31st', terms('2026-01-31', 1, { unit: 'month' }), '2026-02-28'],
    ['a month in a leap year', terms('2024-01-31', 1, { unit: 'month' }), '2024-02-29'],
    ['three years', terms('2024-02-29', 36, { unit: 'month' }), '2027-02-28'],
    ['no day at all', terms('2026-06-17', 0), '2026-06-17'],
    ['a worked Sunday that is the last day', terms('2026-09-18', 2, rolls), '2026-09-20'],
  ])('is that of the law for %s', (_, given, expected) => {
    expect(due(given)).toBe(expected);
  });

  it('moves by a day added to the table, and back when it is taken out', () => {
    const letter = terms('2026-09-18', 15, workdays);
    const more = new Map(calendar).set('2026-10-12', 'off');
    expect(due(letter, more)).toBe('2026-10-16');
    expect(due(letter)).toBe('2026-10-15');
  });

  it('is missed from midnight in Shanghai, or from the close of business', () => {
    expect(lateFrom('2026-10-15', null).toISOString()).toBe('2026-10-15T16:00:00.000Z');
    expect(lateFrom('2026-10-15', '17:30').toISOString()).toBe('2026-10-15T09:30:00.000Z');
    expect(() => lateFrom('2026-10-15', '25:00')).toThrow(RangeError);
  });

  it('is warned of so many working days before, or days', () => {
    expect(warnDay('2026-10-13', 2, 'workday', calendar)).toBe('2026-10-10');
    expect(warnDay('2026-10-13', 2, 'day', calendar)).toBe('2026-10-11');
    expect(warnDay('2026-10-13', 0, 'month', calendar)).toBe('2026-10-13');
  });
});

describe('a pause', () => {
  const pauses = [{ from: '2026-03-10', to: '2026-03-20' }];
  const paused = terms('2026-03-01', 60, { pauses });

  it('moves the last day by as many days as it lasted, and 顺延 follows', () => {
    expect(due(paused)).toBe('2026-05-10');
    expect(due({ ...paused, ...rolls })).toBe('2026-05-11');
  });

  it('stays when the terms change while it lasts', () => {
    const open = { ...paused, pauses: [{ from: '2026-03-10', to: null }] };
    expect(due(open)).toBeNull();
    const changed = { ...open, length: 30, unit: 'workday' as const };
    expect(due(changed)).toBeNull();
    expect(due({ ...changed, length: 60, unit: 'day', pauses })).toBe('2026-05-10');
  });

  it('on the last day leaves that day to be counted', () => {
    const last = [{ from: '2026-04-30', to: '2026-05-06' }];
    expect(due(terms('2026-03-01', 60, { pauses: last }))).toBe('2026-05-06');
  });

  it('after the last day moves nothing', () => {
    expect(due({ ...paused, pauses: [{ from: '2026-05-01', to: null }] })).toBe('2026-04-30');
  });

  it('counts no working day twice', () => {
    const week = [{ from: '2026-06-01', to: '2026-06-08' }];
    expect(due(terms('2026-05-29', 5, { ...workdays, pauses: week }))).toBe('2026-06-12');
  });
});

describe('an extension', () => {
  const extension = { unit: 'day', length: 30 } as const;

  it('runs from the due day in force, its pause and 顺延 counted, not from the start', () => {
    const pauses = [{ from: '2026-03-10', to: '2026-03-20' }];
    const longer = terms('2026-03-01', 60, { pauses, extension });
    expect(due(longer)).toBe('2026-06-09');
    expect(due({ ...longer, ...rolls })).toBe('2026-06-10');
  });

  it('is paused as the first term is', () => {
    const pauses = [{ from: '2026-05-04', to: '2026-05-06' }];
    expect(due(terms('2026-03-01', 60, { pauses, extension }))).toBe('2026-06-01');
  });
});

describe('a year without a table', () => {
  it('makes the day 暂定 where the sum asks for it, and not else', () => {
    const asked = (given: ClockTerms) => reckon(given, calendar).provisional;
    expect(asked(terms('2026-12-28', 5, workdays))).toBe(true);
    expect(asked(terms('2026-12-20', 5, workdays))).toBe(false);
    expect(asked(terms('2026-12-28', 5))).toBe(false);
    expect(asked(terms('2026-12-28', 5, rolls))).toBe(true);
    expect(asked(terms('2025-12-28', 400, rolls))).toBe(true);
    expect(asked(terms('2026-12-20', 5, { extension: { unit: 'workday', length: 10 } }))).toBe(
      true,
    );
  });

  it('counts the law’s own holidays', () => {
    expect(due(terms('2026-12-31', 1, workdays))).toBe('2027-01-04');
    expect(due(terms('2031-09-30', 1, workdays), none)).toBe('2031-10-06');
    expect(due(terms('2031-04-30', 1, workdays), none)).toBe('2031-05-05');
    expect(isWorkday('2024-05-02', none)).toBe(true);
    expect(isWorkday('2025-05-02', none)).toBe(false);
  });
});

const anyDay = fc.nat(1500).map((n) => addDays('2023-06-01', n));
const anyPauses = (start: string) =>
  fc.array(fc.tuple(fc.nat(30), fc.nat(20)), { maxLength: 3 }).map((spans) => {
    let at = start;
    return spans.map(([gap, long]) => {
      const from = addDays(at, gap);
      at = addDays(from, long);
      return { from, to: at };
    });
  });
const anyTerms: fc.Arbitrary<ClockTerms> = anyDay.chain((start) =>
  fc.record({
    start: fc.constant(start),
    unit: fc.constantFrom('day', 'workday', 'month'),
    length: fc.integer({ min: 1, max: 20 }),
    rollsOver: fc.boolean(),
    pauses: anyPauses(start),
    extension: fc.option(
      fc.record({
        unit: fc.constantFrom('day', 'workday'),
        length: fc.integer({ min: 1, max: 15 }),
      }),
    ),
    silence: fc.constant('none'),
  }),
);

/** Day by day, by the words of the law and nothing else. */
function oracle(t: ClockTerms): string {
  const still = (on: string) => t.pauses.some((p) => p.from <= on && on < p.to!);
  const from = (start: string, unit: string, length: number): string => {
    const goal = unit === 'month' ? daysBetween(start, addMonths(start, length)) : length;
    const days = Array.from({ length: unit === 'month' ? 800 : 160 }, (_, n) =>
      addDays(start, n + 1),
    );
    const counting = days.filter(
      (on) => !still(on) && (unit !== 'workday' || isWorkday(on, calendar)),
    );
    const last = counting[goal - 1] ?? '';
    if (!t.rollsOver) return last;
    return [last, ...days.filter((on) => on > last)].find(
      (on) => isWorkday(on, calendar) && !still(on),
    ) as string;
  };
  const first = from(t.start, t.unit, t.length);
  return t.extension ? from(first, t.extension.unit, t.extension.length) : first;
}

describe('any deadline', () => {
  it('ends on the day that counting day by day gives', () => {
    fc.assert(
      fc.property(anyTerms, (t) => {
        expect(due(t)).toBe(oracle(t));
      }),
      { numRuns: 200 },
    );
  });

  it('never ends earlier for a pause, an extension or one day off more', () => {
    fc.assert(
      fc.property(anyTerms, anyDay, (t, off) => {
        const plain = due({ ...t, pauses: [], extension: null }) ?? '';
        expect((due(t) ?? '') >= plain).toBe(true);
        const more = new Map(calendar).set(off, 'off');
        expect((due({ ...t, pauses: [], extension: null }, more) ?? '') >= plain).toBe(true);
      }),
    );
  });

  it('counts as many days as were wanted', () => {
    fc.assert(
      fc.property(anyTerms, (t) => {
        for (const leg of reckon(t, calendar).legs) {
          expect(leg.counted).toBe(leg.wanted);
          expect(leg.days.filter(({ taken }) => taken === 'counts')).toHaveLength(leg.wanted);
        }
      }),
    );
  });
});
