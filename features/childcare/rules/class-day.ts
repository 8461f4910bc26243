import {
  type Meeting,
  meetingOnDay,
  meetingsOf,
  type StoredSession,
  timedOf,
} from '@/features/offerings/rules/meetings';
import { formatTime, todayOn } from '@/lib/dates';

/** Days on which the class still meets, from a day on, for an absence announced beforehand. */
export const daysAhead = (session: StoredSession, from: string, most = 10): Meeting[] =>
  meetingsOf(timedOf(session))
    .filter(({ on }) => on >= from)
    .slice(0, most);

/** Days that may still be announced: not announced yet, and not today once the child is signed in. */
export const absenceDays = (
  ahead: readonly Meeting[],
  absences: readonly string[],
  today: string,
  day: ChildDay,
): string[] =>
  ahead
    .map(({ on }) => on)
    .filter((on) => !absences.includes(on) && !(on === today && day.signedInAt));

const HOUR = 3_600_000;

/**
 * Whether children may be signed in: on a day of the class, from an hour before it begins until its end.
 * Source: domain.md §3.2.
 * @returns null when they may
 */
export function refuseSignIn(
  session: StoredSession,
  now: Date,
): 'no_class_today' | 'too_early' | 'day_over' | null {
  const meeting = meetingOnDay(timedOf(session), todayOn(now));
  if (!meeting) return 'no_class_today';
  if (now.getTime() < meeting.from.getTime() - HOUR) return 'too_early';
  return now > meeting.to ? 'day_over' : null;
}

/** Classes are watched every five minutes, and guardians are told within thirty (domain.md §3.2). */
export const latestAbsenceMinutes = 25;

/**
 * Whether it is time to tell guardians of children who have not come: N minutes after the class began,
 * never later than `latestAbsenceMinutes`, and before it ends. Source: domain.md §3.2.
 */
export function isAbsenceDue(session: StoredSession, now: Date, minutes: number): boolean {
  const meeting = meetingOnDay(timedOf(session), todayOn(now));
  if (!meeting) return false;
  return (
    now.getTime() >= meeting.from.getTime() + Math.min(minutes, latestAbsenceMinutes) * 60_000 &&
    now < meeting.to
  );
}

/**
 * The pick-up list stands still while the class is on: whoever comes instead brings a one-day code.
 * Source: domain.md §3.2.
 */
export function isPickUpOpen(session: StoredSession, now: Date): boolean {
  if (now >= session.endsAt) return false;
  const meeting = meetingOnDay(timedOf(session), todayOn(now));
  return !meeting || now < meeting.from || now >= meeting.to;
}

export interface ChildDay {
  readonly signedInAt: Date | null;
  readonly handedOver: { readonly at: Date; readonly to: string } | null;
  readonly announced: boolean;
  readonly toldAt: Date | null;
}

/** Nothing known yet of a day. */
export const unknownDay: ChildDay = {
  signedInAt: null,
  handedOver: null,
  announced: false,
  toldAt: null,
};

export type DayState = 'home' | 'in' | 'absent' | 'missing' | 'expected';

/** Where a child is, as far as the class knows. */
export function dayState(day: ChildDay): DayState {
  if (day.handedOver) return 'home';
  if (day.signedInAt) return 'in';
  if (day.announced) return 'absent';
  return day.toldAt ? 'missing' : 'expected';
}

/** Where a child is on a day, in words: 已到 08:25; 已接走 17:40，由外婆. */
export function dayWords(day: ChildDay): string {
  const { handedOver, signedInAt } = day;
  if (handedOver) return `已接走 ${formatTime(handedOver.at)}，由${handedOver.to}`;
  if (signedInAt) return `已到 ${formatTime(signedInAt)}`;
  if (day.announced) return '已请假';
  return day.toldAt ? '未到，已告诉家长' : '还没签到';
}

/** How many came, left, are excused or missing, for the head of the list. */
export function countDay(days: readonly ChildDay[]): Record<DayState, number> {
  const counts = { home: 0, in: 0, absent: 0, missing: 0, expected: 0 };
  for (const day of days) counts[dayState(day)] += 1;
  return counts;
}
