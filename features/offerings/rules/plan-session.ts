import type { WorkCalendar } from '@/lib/calendar/workdays';
import { addDays, formatDay, formatShortDay, todayOn, weekdayName, weekdayOf } from '@/lib/dates';
import { daysOf, meetsOn, type Timed } from './meetings';

const isWeekend = (weekday: number) => weekday === 0 || weekday === 6;

/**
 * Days of the work calendar between two days on which a session would have met: 法定节假日, and for a class
 * of weekends the days that are worked in exchange (调休), when its people are at work and at school.
 */
function exceptionsBetween(t: Omit<Timed, 'off'>, calendar: WorkCalendar): string[] {
  const [first, last] = [todayOn(t.startsAt), todayOn(t.endsAt)];
  const ofWeekends = t.weekdays.length > 0 && t.weekdays.every(isWeekend);
  const off: string[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const published = calendar.get(on);
    const left = published === 'off' || (published === 'work' && ofWeekends);
    if (left && meetsOn(t.weekdays, on)) off.push(on);
  }
  return off;
}

const dayOffWord = (on: string, calendar: WorkCalendar) =>
  calendar.get(on) === 'work' ? '调休上班，不上' : '放假';

export type PlannedSession =
  | { readonly ok: true; readonly endsAt: Date; readonly off: string[] }
  | { readonly ok: false; readonly fieldErrors: Record<string, string> };

/** A session's days for want of an officer to ask: from the first that meets to the last, less the days off. */
export function fitSession(
  t: Omit<Timed, 'off'> & { readonly skipHolidays: boolean },
  calendar: WorkCalendar,
): { startsAt: Date; endsAt: Date; off: string[] } {
  const { startsAt, endsAt } = t;
  if (todayOn(startsAt) === todayOn(endsAt)) return { startsAt, endsAt, off: [] };
  const off = t.skipHolidays ? exceptionsBetween(t, calendar) : [];
  const meetings = daysOf({ ...t, off });
  const [first, last] = [meetings[0] ?? { from: startsAt }, meetings.at(-1) ?? { to: endsAt }];
  const [from, to] = [todayOn(first.from), todayOn(last.to)];
  return { startsAt: first.from, endsAt: last.to, off: off.filter((on) => from < on && on < to) };
}

/**
 * A session's days as they are stored: its first day is a meeting, its end that of the last one, so
 * that whatever reads `starts_at` reads the first meeting. A start day without one is refused with the
 * first day that has one; 法定节假日 and 调休 are left out where the session says so. Source: domain.md §5.2.
 */
export function planSession(
  typed: Omit<Timed, 'off'> & { readonly skipHolidays: boolean },
  calendar: WorkCalendar,
  now: Date,
): PlannedSession {
  const [startsOn, endsOn] = [todayOn(typed.startsAt), todayOn(typed.endsAt)];
  if (startsOn === endsOn) return { ok: true, endsAt: typed.endsAt, off: [] };
  const off = typed.skipHolidays ? exceptionsBetween(typed, calendar) : [];
  const meetings = daysOf({ ...typed, off });
  const [first, last] = [meetings[0], meetings.at(-1)];
  if (!first || !last) {
    const weekdays =
      off.length > 0
        ? '去掉法定节假日和调休，这段时间没有一天要上。请改日期，或不勾“法定节假日、调休不上”'
        : '这段时间里没有一天要上，请改日期，或改每周哪几天';
    return { ok: false, fieldErrors: { weekdays } };
  }
  const firstOn = todayOn(first.from);
  if (firstOn !== startsOn) {
    const today = todayOn(now);
    const why = off.includes(startsOn)
      ? dayOffWord(startsOn, calendar)
      : `是${weekdayName(weekdayOf(startsOn))}，不上`;
    const day = formatShortDay(startsOn, today);
    const text = `${day}${why}。第一次是${formatDay(firstOn, today)}，请把开始日期改成这一天`;
    return { ok: false, fieldErrors: { startsOn: text } };
  }
  return { ok: true, endsAt: last.to, off: off.filter((on) => on < todayOn(last.from)) };
}
