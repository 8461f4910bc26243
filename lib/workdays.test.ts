import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { holidaySeedRows } from './holidays-data';
import { addWorkdays, isWorkday, workCalendarOf, workdaysBetween } from './workdays';

const rows = holidaySeedRows();
const calendar = workCalendarOf(rows);
const anyDay = fc.nat(1000).map((n) => addDays('2024-01-01', n));

describe('working days', () => {
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
