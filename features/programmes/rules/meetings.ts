import { addDays, parseLocalDateTime, todayOn, toLocalDateTime, weekdayOf } from '@/lib/dates';

export interface Timed {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Days of the week on which a longer session meets; empty for one sitting. */
  readonly weekdays: readonly number[];
}

export interface Meeting {
  readonly from: Date;
  readonly to: Date;
}

const clock = (at: Date) => toLocalDateTime(at).slice(11);
const instant = (on: string, time: string): Date => {
  const at = parseLocalDateTime(`${on}T${time}`);
  if (!at) throw new RangeError('not a time of day');
  return at;
};

/**
 * The hours a session really takes. A course on Monday evenings leaves Tuesday mornings free, so
 * overlap is judged by meetings, not by the span from first to last day.
 */
export function meetingsOf(session: Timed): Meeting[] {
  const [first, last] = [todayOn(session.startsAt), todayOn(session.endsAt)];
  if (session.weekdays.length === 0 || first === last) {
    return [{ from: session.startsAt, to: session.endsAt }];
  }
  const meetings: Meeting[] = [];
  const [opens, ends] = [clock(session.startsAt), clock(session.endsAt)];
  for (let on = first; on <= last && meetings.length < 400; on = addDays(on, 1)) {
    if (!session.weekdays.includes(weekdayOf(on))) continue;
    const [from, to] = [instant(on, opens), instant(on, ends)];
    if (from < to) meetings.push({ from, to });
  }
  return meetings.length > 0 ? meetings : [{ from: session.startsAt, to: session.endsAt }];
}

/** True when two sessions share a moment; one that ends as the other begins does not. */
export function clash(a: Timed, b: Timed): boolean {
  if (a.endsAt <= b.startsAt || b.endsAt <= a.startsAt) return false;
  const others = meetingsOf(b);
  return meetingsOf(a).some((x) => others.some((y) => x.from < y.to && y.from < x.to));
}

/** `bookings.period` as a multirange literal, which the exclusion constraint compares (C15). */
export const periodLiteral = (session: Timed): string =>
  `{${meetingsOf(session)
    .map((m) => `[${m.from.toISOString()},${m.to.toISOString()})`)
    .join(',')}}`;
