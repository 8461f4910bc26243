import { describe, expect, it } from 'vitest';
import { parseLocalDateTime, toLocalDateTime } from '@/lib/dates';
import { afterQuiet, clockAt } from './quiet-hours';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const waits = (local: string, quietFrom: number, quietUntil: number) =>
  toLocalDateTime(afterQuiet(at(local), { quietFrom, quietUntil }));

describe('the quiet hours', () => {
  it.each([
    ['2026-11-24T21:59', '2026-11-24T21:59'],
    ['2026-11-24T22:00', '2026-11-25T08:00'],
    ['2026-12-31T23:30', '2027-01-01T08:00'],
    ['2026-11-24T00:00', '2026-11-24T08:00'],
    ['2026-11-24T07:59', '2026-11-24T08:00'],
    ['2026-11-24T08:00', '2026-11-24T08:00'],
  ])('from 22 to 8 let a text of %s go at %s', (asked, goes) => {
    expect(waits(asked, 22, 8)).toBe(goes);
  });
  it.each([
    ['2026-11-24T11:59', '2026-11-24T11:59'],
    ['2026-11-24T12:00', '2026-11-24T14:00'],
    ['2026-11-24T13:59', '2026-11-24T14:00'],
    ['2026-11-24T14:00', '2026-11-24T14:00'],
  ])('within one day, from 12 to 14, let a text of %s go at %s', (asked, goes) => {
    expect(waits(asked, 12, 14)).toBe(goes);
  });
  it('from 20 to 24 end at midnight, and equal ones are none', () => {
    expect(waits('2026-11-24T20:00', 20, 24)).toBe('2026-11-25T00:00');
    expect(waits('2026-11-24T22:30', 22, 22)).toBe('2026-11-24T22:30');
    expect(waits('2026-11-24T00:00', 0, 0)).toBe('2026-11-24T00:00');
  });
});

describe('an hour of the clock', () => {
  it('is one of Shanghai, 24 being the next midnight', () => {
    expect(clockAt('2026-11-24', 9).toISOString()).toBe('2026-11-24T01:00:00.000Z');
    expect(clockAt('2026-11-24', 24)).toEqual(clockAt('2026-11-25', 0));
  });
  it('is none where the day or the hour is none', () => {
    expect(() => clockAt('2026-02-30', 9)).toThrow(RangeError);
    expect(() => clockAt('2026-11-24', -1)).toThrow(RangeError);
  });
});
