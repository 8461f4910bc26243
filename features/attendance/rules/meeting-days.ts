import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import { todayOn } from '@/lib/dates';

export interface Sitting {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** `offering_sessions.details`, which may name weekdays. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface MeetingDay {
  readonly on: string;
  readonly from: Date;
  readonly to: Date;
}

/** The days a session meets, in order: one for a sitting, one per class day for a course. */
export function meetingDays(session: Sitting): MeetingDay[] {
  return meetingsOf(timedOf(session)).map(({ from, to }) => ({
    on: todayOn(from),
    from,
    to,
  }));
}

/** True when a session meets more than once: its bookings are decided at the end, its roll per meeting. */
export const isCourse = (session: Sitting): boolean => meetingDays(session).length > 1;

/** The meeting of a day, or null when the session does not meet on it. */
export const meetingOn = (session: Sitting, on: string): MeetingDay | null =>
  meetingDays(session).find((m) => m.on === on) ?? null;

/**
 * The meeting an officer most likely means: today's, else the last one that began, else the first. Null
 * when there is no meeting at all.
 */
export function nearestMeeting(days: readonly MeetingDay[], now: Date): MeetingDay | null {
  const today = todayOn(now);
  const begun = days.filter((m) => m.on <= today);
  return begun[begun.length - 1] ?? days[0] ?? null;
}

export type WindowRefusal = 'no_meeting' | 'too_early' | 'too_late';

/**
 * Whether a member may check in alone now: from some minutes before a meeting of today until its end.
 * Outside that window a code photographed in the room is worth nothing.
 */
export function selfCheckIn(
  days: readonly MeetingDay[],
  now: Date,
  minutesBefore: number,
): { meeting: MeetingDay } | { refusal: WindowRefusal; opensAt: Date | null } {
  const meeting = days.find((m) => m.on === todayOn(now));
  if (!meeting) return { refusal: 'no_meeting', opensAt: null };
  const opensAt = new Date(meeting.from.getTime() - minutesBefore * 60_000);
  if (now < opensAt) return { refusal: 'too_early', opensAt };
  return now > meeting.to ? { refusal: 'too_late', opensAt } : { meeting };
}
