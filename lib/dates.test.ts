import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatFullDay,
  formatMonth,
  formatRange,
  isRealDate,
  parseLocalDateTime,
  startOfDay,
  TIME_ZONE,
  todayOn,
  toLocalDateTime,
  weekdayOf,
} from './dates';

const now = new Date('2026-11-24T02:00:00Z');
const anyDay = fc.integer({ min: -25_000, max: 25_000 }).map((n) => addDays('2000-01-01', n));

describe('the arithmetic of days', () => {
  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '0001-01-01', '2026-6-1', '', '2026-00-10'])(
    'does not take %j for a real day',
    (on) => expect(isRealDate(on)).toBe(false),
  );

  it('takes leap days and the far ends for real', () => {
    for (const on of ['2000-02-29', '2024-02-29', '1900-01-01', '9999-12-31'])
      expect(isRealDate(on)).toBe(true);
    expect(isRealDate('1900-02-29')).toBe(false);
  });

  it('turns the day at midnight in Shanghai', () => {
    expect(todayOn(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
    expect(todayOn(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24');
  });

  it('keeps birthdays of the summer-time years where they are', () => {
    expect(todayOn(startOfDay('1988-07-01'))).toBe('1988-07-01');
    expect(startOfDay('1988-07-01').toISOString()).toBe('1988-06-30T15:00:00.000Z');
    expect(startOfDay('1990-03-07').toISOString()).toBe('1990-03-06T16:00:00.000Z');
  });

  it('shows by arithmetic what the table of time zones shows, since the last summer time', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: TIME_ZONE,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const since = { min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) };
    fc.assert(
      fc.property(fc.integer(since), (ms) => {
        const at = new Date(ms);
        expect(toLocalDateTime(at).replace('T', ' ')).toBe(clock.format(at));
      }),
      { numRuns: 2000 },
    );
  });

  it('adds months within the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-24', 2)).toBe('2027-01-24');
  });

  it('counts full years, leap-day birthdays on 28 February in common years', () => {
    expect(ageOn('2000-02-29', '2018-02-27')).toBe(17);
    expect(ageOn('2000-02-29', '2018-02-28')).toBe(18);
    expect(ageOn('2000-02-29', '2020-02-28')).toBe(19);
    expect(ageOn('2000-02-29', '2020-02-29')).toBe(20);
    expect(ageOn('1990-11-25', '2026-11-24')).toBe(35);
    expect(ageOn('1990-11-24', '2026-11-24')).toBe(36);
    expect(ageOn('2026-11-25', '2026-11-24')).toBe(-1);
  });

  it('agrees with itself', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (on, n) => {
        expect(daysBetween(on, addDays(on, n))).toBe(n);
        expect(weekdayOf(addDays(on, 7))).toBe(weekdayOf(on));
        const years = ageOn(on, addDays(on, Math.abs(n)));
        expect(addMonths(on, years * 12) <= addDays(on, Math.abs(n))).toBe(true);
        expect(addMonths(on, (years + 1) * 12) > addDays(on, Math.abs(n))).toBe(true);
      }),
    );
  });
});

describe('the form of an instant', () => {
  it('round-trips form values and refuses hours that do not exist', () => {
    expect(parseLocalDateTime('2026-06-17T18:00')?.toISOString()).toBe('2026-06-17T10:00:00.000Z');
    expect(toLocalDateTime(new Date('2026-06-17T10:00:00Z'))).toBe('2026-06-17T18:00');
    for (const bad of ['2026-06-17T24:00', '2026-06-17T23:59:60', '2026-02-30T10:00', 'x', ''])
      expect(parseLocalDateTime(bad)).toBeNull();
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 23 }), (on, hour) => {
        const local = `${on}T${String(hour).padStart(2, '0')}:30`;
        const at = parseLocalDateTime(local);
        // Nights on which the clock moved have an hour that never was.
        if (at && (hour > 3 || on > '1992')) expect(toLocalDateTime(at)).toBe(local);
      }),
    );
  });

  it('writes days and times as people say them', () => {
    const at = new Date('2026-06-17T10:00:00Z');
    expect(formatDay('2026-06-17', '2026-11-24')).toBe('6月17日（周三）');
    expect(formatDay('2027-06-17', '2026-11-24')).toBe('2027年6月17日（周四）');
    expect(formatDateTime(at, now)).toBe('6月17日（周三）18:00');
    expect(formatDateTime(at, new Date('2026-12-31T16:00:00Z'))).toBe('2026年6月17日（周三）18:00');
    expect(formatRange(at, new Date('2026-06-17T12:00:00Z'), now)).toBe(
      '6月17日（周三）18:00–20:00',
    );
    expect(formatRange(at, new Date('2026-06-18T01:00:00Z'), now)).toBe(
      '6月17日（周三）18:00 至 6月18日（周四）09:00',
    );
    expect(formatDayRange('2026-07-06', '2026-07-31', '2026-11-24')).toBe('7月6日至7月31日');
    expect(formatFullDay('1990-03-07')).toBe('1990年3月7日');
    expect(formatMonth('2026-06')).toBe('2026年6月');
  });
});

describe('the machine’s own time zone', () => {
  const script = `
    import { todayOn, startOfDay, formatDateTime, parseLocalDateTime, ageOn, addMonths } from '@/lib/dates';
    const at = new Date('2026-11-23T16:30:00Z');
    process.stdout.write(JSON.stringify([todayOn(at), startOfDay('1988-07-01'), formatDateTime(at, at),
      parseLocalDateTime('2026-06-17T00:30'), ageOn('2000-02-29', '2018-02-28'), addMonths('2026-01-31', 1)]));`;
  const underZone = (zone: string) =>
    spawnSync('node', ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }).stdout;

  it('changes nothing', { timeout: 30_000 }, () => {
    const shanghai = underZone('Asia/Shanghai');
    expect(shanghai).toContain('11月24日（周二）00:30');
    expect(underZone('UTC')).toBe(shanghai);
    expect(underZone('America/New_York')).toBe(shanghai);
  });
});
