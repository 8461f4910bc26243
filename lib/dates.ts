/**
 * The one module that knows the wall clock. A day is a `YYYY-MM-DD` string and never passes through
 * a local `Date`: Shanghai kept summer time in 1986–1991, and such conversions move those birthdays.
 */
export const TIME_ZONE = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

// After the last summer time (1991) the clock is eight hours ahead of UTC the whole year: asking the table of
// time zones for it costs ten times as much. A test holds the one against the other.
const PLAIN_SINCE = Date.UTC(1992, 0, 1);
const PLAIN_UNTIL = Date.UTC(9999, 11, 31);
const OFFSET_MS = 8 * 3_600_000;

/** What the clock on the wall shows, to the second: 2026-06-17T18:00:00. Throws RangeError on an invalid date. */
function wallClockAt(at: Date): string {
  const ms = at.getTime();
  if (ms >= PLAIN_SINCE && ms < PLAIN_UNTIL) {
    return new Date(ms + OFFSET_MS).toISOString().slice(0, 19);
  }
  const parts = wallClock.formatToParts(at).map(({ type, value }) => [type, value]);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts);
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`;
}

function utcDay(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}

function fromUtcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** True for a day that exists, written `YYYY-MM-DD`, of the years 1000–9999. */
export function isRealDate(on: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(on)) return false;
  const ms = utcDay(on);
  return Number.isFinite(ms) && fromUtcDay(ms) === on;
}

/** The calendar day in Shanghai at the instant `now`, `YYYY-MM-DD`. */
export function todayOn(now: Date): string {
  return wallClockAt(now).slice(0, 10);
}

/** The day so many `days` after `on`, or before it when they are negative; both `YYYY-MM-DD`. */
export function addDays(on: string, days: number): string {
  return fromUtcDay(utcDay(on) + days * DAY_MS);
}

/** `on` plus `months`; where the month has no such day, its last day (Civil Code art. 202). */
export function addMonths(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const target = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(target / 12), target % 12];
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(y, 4)}-${pad(m + 1, 2)}-${pad(Math.min(day, last), 2)}`;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcDay(to) - utcDay(from)) / DAY_MS);
}

/** The day of the week of `on`: 0 for Sunday … 6 for Saturday. */
export function weekdayOf(on: string): number {
  return new Date(utcDay(on)).getUTCDay();
}

/**
 * Full years (周岁) reached on the day `on`. Someone born on 29 February reaches them on 28 February
 * in a common year, the last day of the month (Civil Code art. 202). Negative before birth.
 */
export function ageOn(birthOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return addMonths(birthOn, years * 12) <= on ? years : years - 1;
}

/**
 * The instant at which the Shanghai clock shows `local`, a form value such as `2026-06-17T18:00`. Null for
 * anything else, and for a day that is in no calendar.
 */
export function parseLocalDateTime(local: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(local);
  if (!match) return null;
  const [, on = '', hour = '00', minute = '00', second = '00'] = match;
  if (!isRealDate(on)) return null;
  const wanted = Date.parse(`${on}T${hour}:${minute}:${second}Z`);
  const plain = wanted - OFFSET_MS;
  if (plain >= PLAIN_SINCE && plain < PLAIN_UNTIL) return new Date(plain);
  // Two rounds settle the offset even beside a change of summer time.
  const once = wanted - offsetAt(new Date(wanted));
  return new Date(wanted - offsetAt(new Date(once)));
}

function offsetAt(at: Date): number {
  const shown = Date.parse(`${wallClockAt(at)}Z`);
  return shown - Math.floor(at.getTime() / 1000) * 1000;
}

/** The first instant of the day `on` in Shanghai. Throws RangeError for what is no calendar day. */
export function startOfDay(on: string): Date {
  const start = parseLocalDateTime(`${on}T00:00`);
  if (!start) throw new RangeError('not a calendar day');
  return start;
}

/** `2026-06-17T18:00`, what a datetime-local field wants back. */
export function toLocalDateTime(at: Date): string {
  return wallClockAt(at).slice(0, 16);
}

/** The time of day in Shanghai, 24 hours: 18:00. */
export function formatTime(at: Date): string {
  return wallClockAt(at).slice(11, 16);
}

/** 周日 for 0 … 周六 for 6, as `weekdayOf` counts. */
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday] ?? '';

/** 6月17日, with the year in front when it is not the year of `today`. */
export function formatShortDay(on: string, today: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${on.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${day}日`;
}

/** 6月17日（周三）, with the year in front when it is not the year of `today`. */
export function formatDay(on: string, today: string): string {
  return `${formatShortDay(on, today)}（${weekdayName(weekdayOf(on))}）`;
}

/** 2026年6月17日: for certificates, notices and birthdays, where the year always stands. */
export function formatFullDay(on: string): string {
  return formatShortDay(on, '');
}

/** 2026年6月, from a day or a `YYYY-MM`. */
export function formatMonth(on: string): string {
  return `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月`;
}

/** 6月17日（周三）18:00, with the year in front when it is not the year of `now`. */
export function formatDateTime(at: Date, now: Date): string {
  return `${formatDay(todayOn(at), todayOn(now))}${formatTime(at)}`;
}

/** 6月17日 18:00, for narrow columns of a table. */
export function formatShortDateTime(at: Date, now: Date): string {
  return `${formatShortDay(todayOn(at), todayOn(now))} ${formatTime(at)}`;
}

/** 6月17日（周三）18:00–20:00; the second day is written out when it differs. */
export function formatRange(startAt: Date, endAt: Date, now: Date): string {
  const start = formatDateTime(startAt, now);
  if (todayOn(startAt) === todayOn(endAt)) return `${start}–${formatTime(endAt)}`;
  return `${start} 至 ${formatDateTime(endAt, now)}`;
}

/** 7月6日至7月31日; one day alone reads as that day. */
export function formatDayRange(startOn: string, endOn: string, today: string): string {
  if (startOn === endOn) return formatDay(startOn, today);
  return `${formatShortDay(startOn, today)}至${formatShortDay(endOn, today)}`;
}
