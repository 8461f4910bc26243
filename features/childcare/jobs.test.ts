import { parseCrontab } from 'graphile-worker';
import { describe, expect, it } from 'vitest';
import { isRefused } from '@/lib/settings';
import { childcareCrontab, childcareJobs } from './jobs';
import { latestAbsenceMinutes } from './rules/class-day';
import { absenceMinutes, checkMonths, classRecordDays, staffKeepDays } from './settings';

const items = parseCrontab(childcareCrontab);
/** The hours and minutes of China at which a task runs; the clock of the worker is UTC. */
const timesOf = (task: string) => {
  const item = items.find((one) => one.task === task);
  const times: string[] = [];
  for (let at = Date.UTC(2026, 6, 6); at < Date.UTC(2026, 6, 7); at += 60_000) {
    const utc = new Date(at);
    const runs = item?.match({
      min: utc.getUTCMinutes(),
      hour: utc.getUTCHours(),
      date: utc.getUTCDate(),
      month: utc.getUTCMonth() + 1,
      dow: utc.getUTCDay(),
    });
    if (runs) times.push(new Date(at + 8 * 3_600_000).toISOString().slice(11, 16));
  }
  return times.sort();
};

describe('what a class does by the clock', () => {
  it('is watching every five minutes from six in the morning to nine in the evening', () => {
    const times = timesOf('watch_classes');
    expect([times[0], times[1], times.at(-1)]).toEqual(['06:00', '06:05', '20:55']);
    expect(times).toHaveLength(15 * 12);
  });

  it('is forgetting once a night', () => {
    expect(timesOf('forget_class_records')).toEqual(['04:15']);
  });

  it('is each a task that the worker knows', () => {
    expect(items.map(({ task }) => task).sort()).toEqual(Object.keys(childcareJobs).sort());
  });
});

describe('the settings of a class', () => {
  const takes = (setting: typeof checkMonths, n: number) => !isRefused(setting.check(n));

  it('tell guardians within thirty minutes, whatever is set (domain.md §3.2)', () => {
    const everyMinutes = 5;
    expect(takes(absenceMinutes, latestAbsenceMinutes)).toBe(true);
    expect(takes(absenceMinutes, latestAbsenceMinutes + 1)).toBe(false);
    expect(latestAbsenceMinutes + everyMinutes).toBeLessThanOrEqual(30);
    expect(takes(absenceMinutes, absenceMinutes.fallback)).toBe(true);
  });

  it('let no check count for longer than the law does: a year (未成年人保护法 62)', () => {
    expect(checkMonths.fallback).toBe(12);
    expect([1, 12, 13].map((months) => takes(checkMonths, months))).toEqual([true, true, false]);
  });

  it('keep what is said about children for weeks, and that somebody was checked for years', () => {
    expect(classRecordDays.fallback).toBe(30);
    expect(takes(classRecordDays, 0)).toBe(false);
    expect(staffKeepDays.fallback).toBe(3 * 365);
    expect([364, 365].map((days) => takes(staffKeepDays, days))).toEqual([false, true]);
  });
});
