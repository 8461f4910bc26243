import { describe, expect, it } from 'vitest';
import { sheetParts } from './sheet-days';

const course = (startsAt: string, endsAt: string, weekdays: number[]) => ({
  startsAt: new Date(`${startsAt}T09:00:00+08:00`),
  endsAt: new Date(`${endsAt}T11:00:00+08:00`),
  weekdays,
  off: [],
});

describe('the days of a sign-in sheet', () => {
  it('are one for each meeting, ten a sheet, the next ones chosen', () => {
    const session = course('2027-01-25', '2027-02-26', [1, 2, 3, 4, 5]);
    const { parts, next } = sheetParts(session, new Date('2027-02-09T00:00:00Z'));
    expect(parts.map((part) => part.days.length)).toEqual([10, 10, 5]);
    expect(parts[0]?.days.slice(0, 2)).toEqual(['2027-01-25', '2027-01-26']);
    expect(next).toBe(2);
    expect(sheetParts(session, new Date('2028-01-01T00:00:00Z')).next).toBe(3);
  });
  it('fill a sheet before they begin another, and stay on it through its last day', () => {
    const session = course('2027-01-25', '2027-02-05', [1, 2, 3, 4, 5]);
    const { parts, next } = sheetParts(session, new Date('2027-02-05T15:59:00Z'));
    expect(parts.map((part) => part.days.length)).toEqual([10]);
    expect(next).toBe(1);
    const longer = course('2027-01-25', '2027-02-06', [1, 2, 3, 4, 5, 6]);
    const nextOn = (now: string) => sheetParts(longer, new Date(now)).next;
    expect(sheetParts(longer, new Date(0)).parts[1]).toEqual({
      days: ['2027-02-05', '2027-02-06'],
      no: 2,
    });
    expect(nextOn('2027-02-04T15:59:00Z')).toBe(1);
    expect(nextOn('2027-02-04T16:00:00Z')).toBe(2);
  });
  it('are one day for one sitting', () => {
    const { parts } = sheetParts(course('2027-01-25', '2027-01-25', []), new Date(0));
    expect(parts).toEqual([{ days: ['2027-01-25'], no: 1 }]);
  });
});
