import {
  addDays,
  addMonths,
  parseLocalDateTime,
  todayOn,
  toLocalDateTime,
  weekdayOf,
} from '@/lib/dates';

/** The same time of day so many days later. By days, so that a clock change would not move it. */
export function shiftInstant(at: Date, days: number): Date {
  const local = toLocalDateTime(at);
  const moved = parseLocalDateTime(`${addDays(local.slice(0, 10), days)}T${local.slice(11)}`);
  if (!moved) throw new RangeError('not a day');
  return moved;
}

/** 2026暑期一期 → 2027暑期一期, when the copy is for another year. */
export const shiftYears = (text: string, years: number): string =>
  text.replace(/(?<!\d)20\d\d(?!\d)/g, (year) => String(Number(year) + years));

/** A birthday window moves with the year of the copy, as the notices of each year move it. */
export function shiftBirthdays(rules: Record<string, unknown>, years: number) {
  const moved = (on: unknown) => (typeof on === 'string' ? addMonths(on, 12 * years) : on);
  const { bornFrom, bornTo, ...rest } = rules;
  return {
    ...rest,
    ...(bornFrom !== undefined && { bornFrom: moved(bornFrom) }),
    ...(bornTo !== undefined && { bornTo: moved(bornTo) }),
  };
}

/**
 * First day of a copy when the officer names none: the same weekday next year for a summer term,
 * else four weeks after, and never in the past. Source: domain.md §5.2. `YYYY-MM-DD`.
 */
export function nextRoundOn(firstOn: string, yearly: boolean, now: Date): string {
  const today = todayOn(now);
  for (let round = 1; ; round++) {
    const on = yearly
      ? sameWeekday(firstOn, addMonths(firstOn, 12 * round))
      : addDays(firstOn, 28 * round);
    if (on > today) return on;
  }
}

/** The day nearest to `on` that falls on the weekday of `like`. */
function sameWeekday(like: string, on: string): string {
  const ahead = (weekdayOf(like) - weekdayOf(on) + 7) % 7;
  return addDays(on, ahead > 3 ? ahead - 7 : ahead);
}
