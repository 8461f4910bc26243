import { addDays, weekdayOf } from '@/lib/dates';
import { statutoryHoliday } from './statutory';

/** One row of the holiday table: a day off in the week, or a weekend day worked in exchange (调休). */
export interface CalendarDay {
  on: string;
  kind: 'off' | 'work';
}

/** The published exceptions by day; every other day follows its weekday. */
export type WorkCalendar = ReadonlyMap<string, CalendarDay['kind']>;

/** The days that differ from the week's own order, by date: 放假 and 调休上班. */
export function workCalendarOf(rows: readonly CalendarDay[]): WorkCalendar {
  return new Map(rows.map((row) => [row.on, row.kind]));
}

/** Saturday or Sunday. */
export const isWeekend = (on: string): boolean => weekdayOf(on) % 6 === 0;

/**
 * True on Monday to Friday unless published as off or fixed as a holiday by the law, and on a weekend day
 * published as worked.
 */
export function isWorkday(on: string, calendar: WorkCalendar): boolean {
  const published = calendar.get(on);
  if (published) return published === 'work';
  return !isWeekend(on) && statutoryHoliday(on) === null;
}

/**
 * Whether the year's notice stands in the table: both its first holiday and 国庆 do, which no notice leaves out.
 * A single day entered by hand is no notice. Source: 民法典 203, 全国年节及纪念日放假办法.
 */
export const hasTable = (year: number, calendar: WorkCalendar): boolean =>
  calendar.get(`${year}-01-01`) === 'off' && calendar.get(`${year}-10-01`) === 'off';

/**
 * The day on which a limit of `n` working days ends: the day of `on` itself does not count
 * (Civil Code art. 201). A negative `n` counts back; 0 gives `on`.
 */
export function addWorkdays(on: string, n: number, calendar: WorkCalendar): string {
  const step = n < 0 ? -1 : 1;
  let day = on;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workdaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  if (to < from) return -workdaysBetween(to, from, calendar);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkday(day, calendar)) count += 1;
  }
  return count;
}
