import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates';
import { holidaySeedRows } from './holidays-data';
import { addWorkdays, isWorkday, workCalendarOf, workdaysBetween } from './workdays';

const rows = holidaySeedRows();
const calendar = workCalendarOf(rows);
const anyDay = fc.nat(1000).map((n) => addDays('2024-01-01', n));

describe('the work calendar', () => {
  it('knows days off in the week and worked weekends', () => {
    expect(isWorkday('2026-10-01', calendar)).toBe(false);
    expect(isWorkday('2026-10-10', calendar)).toBe(true);
    expect(isWorkday('2026-10-11', calendar)).toBe(false);
    expect(isWorkday('2026-02-28', calendar)).toBe(true);
    expect(isWorkday('2026-11-24', calendar)).toBe(true);
  });

  it('carries a limit over the spring festival', () => {
    expect(addWorkdays('2026-02-13', 1, calendar)).toBe('2026-02-14');
    expect(addWorkdays('2026-02-13', 2, calendar)).toBe('2026-02-24');
    expect(addWorkdays('2026-02-24', -2, calendar)).toBe('2026-02-13');
    expect(addWorkdays('2026-11-24', 0, calendar)).toBe('2026-11-24');
  });

  it('follows the weekday where nothing is published', () => {
    expect(addWorkdays('2031-05-30', 1, calendar)).toBe('2031-06-02');
  });

  it('counts what it adds', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (on, n) => {
        const end = addWorkdays(on, n, calendar);
        expect(isWorkday(end, calendar)).toBe(true);
        expect(workdaysBetween(on, end, calendar)).toBe(n);
        expect(workdaysBetween(end, on, calendar)).toBe(-n);
      }),
    );
  });
});

/**
 * Typed from the notices of the State Council (国办发明电〔2024〕12号, 国办发明电〔2025〕7号), not from the package
 * that the table is made of: first and last day off, and the weekends worked in exchange.
 */
const published: [name: string, from: string, to: string, worked: string[]][] = [
  ['元旦', '2025-01-01', '2025-01-01', []],
  ['春节', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
  ['清明节', '2025-04-04', '2025-04-06', []],
  ['劳动节', '2025-05-01', '2025-05-05', ['2025-04-27']],
  ['端午节', '2025-05-31', '2025-06-02', []],
  ['国庆节、中秋节', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
  ['元旦', '2026-01-01', '2026-01-03', ['2026-01-04']],
  ['春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ['清明节', '2026-04-04', '2026-04-06', []],
  ['劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']],
  ['端午节', '2026-06-19', '2026-06-21', []],
  ['中秋节', '2026-09-25', '2026-09-27', []],
  ['国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
];

describe('every holiday of 2025 and 2026', () => {
  it.each(published)(
    '%s %s – %s is off, and its exchanged weekends are worked',
    (_, from, to, worked) => {
      for (let on = from; on <= to; on = addDays(on, 1))
        expect(isWorkday(on, calendar), on).toBe(false);
      for (const on of worked) expect(isWorkday(on, calendar), on).toBe(true);
      const before = addWorkdays(from, -1, calendar);
      expect(addWorkdays(before, 1, calendar) > to).toBe(true);
      expect(workdaysBetween(before, addWorkdays(to, 1, calendar), calendar)).toBe(1);
    },
  );

  it('no other day than these departs from the week', () => {
    const off = new Set<string>();
    for (const [, from, to] of published) {
      for (let on = from; on <= to; on = addDays(on, 1)) off.add(on);
    }
    const extra = new Set(published.flatMap(([, , , worked]) => worked));
    for (let on = '2025-01-01'; on <= '2026-12-31'; on = addDays(on, 1)) {
      const weekend = [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
      expect(isWorkday(on, calendar), on).toBe(extra.has(on) || !(weekend || off.has(on)));
    }
  });
});

describe('the first holiday table', () => {
  it('covers the three years, once a day, weekends only where worked', () => {
    expect(new Set(rows.map((row) => row.on)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.on.slice(0, 4)))).toEqual(
      new Set(['2024', '2025', '2026']),
    );
    expect(rows).toContainEqual({ on: '2026-10-01', kind: 'off', name: '国庆节' });
    expect(rows).toContainEqual({ on: '2026-10-10', kind: 'work', name: '国庆节调休上班' });
  });
});
