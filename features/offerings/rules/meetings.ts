import { addDays, parseLocalDateTime, todayOn, toLocalDateTime, weekdayOf } from '@/lib/dates';
import { sessionDetails } from '../schema/offering';

/** When a session is: from its first meeting's start to its last meeting's end, and on which days. */
export interface Timed {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Days of the week on which a session of several days meets; empty means every day. */
  readonly weekdays: readonly number[];
  /** Days between, `YYYY-MM-DD`, on which it does not meet after all. */
  readonly off: readonly string[];
}

/** A stored session, whose days stand in its `details`. */
export interface StoredSession {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly details: unknown;
}

export interface Meeting {
  /** The day on which it begins. */
  readonly on: string;
  readonly from: Date;
  readonly to: Date;
}

/** The times of a stored session as every rule reads them. */
export function timedOf({ startsAt, endsAt, details }: StoredSession): Timed {
  const { weekdays, off } = sessionDetails.parse(details);
  return { startsAt, endsAt, weekdays, off };
}

/**
 * The times of a booking's session as every rule reads them; it carries the session's `details` beside its
 * own.
 */
export const bookedTimes = (b: {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sessionDetails: unknown;
}): Timed => timedOf({ ...b, details: b.sessionDetails });

const clock = (at: Date) => toLocalDateTime(at).slice(11);
const instant = (on: string, time: string): Date => {
  const at = parseLocalDateTime(`${on}T${time}`);
  if (!at) throw new RangeError('not a time of day');
  return at;
};

/** Whether a session of several days would meet on a day of the week; none named means every day. */
export const meetsOn = (weekdays: readonly number[], on: string): boolean =>
  weekdays.length === 0 || weekdays.includes(weekdayOf(on));

const MOST_MEETINGS = 400;

/** Meetings by day, the first `most` of them; none when no day fits: what the form is judged by. */
export function daysOf(session: Timed, most = MOST_MEETINGS): Meeting[] {
  const [first, last] = [todayOn(session.startsAt), todayOn(session.endsAt)];
  const [opens, ends] = [clock(session.startsAt), clock(session.endsAt)];
  const meetings: Meeting[] = [];
  for (let on = first; on <= last && meetings.length < most; on = addDays(on, 1)) {
    if (!meetsOn(session.weekdays, on) || session.off.includes(on)) continue;
    const [from, to] = [instant(on, opens), instant(on, ends)];
    if (from < to) meetings.push({ on, from, to });
  }
  return meetings;
}

/**
 * The hours a session really takes, the one place that knows them: reminder, calendar file, roll,
 * words and overlap read these. A course on Monday evenings leaves Tuesday mornings free.
 * @param most how many are wanted, of the first
 */
export function meetingsOf(session: Timed, most = MOST_MEETINGS): Meeting[] {
  const on = todayOn(session.startsAt);
  const whole = [{ on, from: session.startsAt, to: session.endsAt }];
  if (on === todayOn(session.endsAt)) return whole;
  const meetings = daysOf(session, most);
  return meetings.length > 0 ? meetings : whole;
}

/** The meeting that is on or comes next; null once the last is over. */
export const nextMeeting = (session: Timed, now: Date): Meeting | null =>
  meetingsOf(session).find((m) => m.to > now) ?? null;

/** The meeting of a day; null when there is none on it. */
export const meetingOnDay = (session: Timed, on: string): Meeting | null =>
  meetingsOf(session).find((m) => m.on === on) ?? null;

/** True when a session meets more than once: its bookings are decided at the end, its roll per meeting. */
export const isCourse = (session: Timed): boolean => meetingsOf(session, 2).length > 1;

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
