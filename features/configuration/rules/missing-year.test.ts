import { describe, expect, it } from 'vitest';
import { workCalendarOf } from '@/lib/calendar/workdays';
import { missingYear } from './missing-year';

const entered = (...years: number[]) =>
  workCalendarOf(
    years.flatMap((year) =>
      ['01-01', '10-01'].map((day) => ({ on: `${year}-${day}`, kind: 'off' as const })),
    ),
  );

describe('the year whose holidays are missing', () => {
  it.each([
    ['2026-10-31', entered(2026), null],
    ['2026-11-01', entered(2026), 2027],
    ['2026-12-31', entered(2026, 2027), null],
    ['2027-01-01', entered(2026), 2027],
    ['2026-11-01', entered(2027), 2026],
    ['2026-06-01', workCalendarOf([{ on: '2026-01-01', kind: 'off' }]), 2026],
  ])('on %s is the next only from November on', (today, calendar, expected) => {
    expect(missingYear(today, 11, calendar)).toBe(expected);
  });
});
