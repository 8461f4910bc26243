import type { Meeting } from '@/features/offerings/rules/meetings';
import { todayOn } from '@/lib/dates';

/**
 * The meeting an officer most likely means: today's, else the last one that began, else the first. Null
 * when there is no meeting at all.
 */
export function nearestMeeting(days: readonly Meeting[], now: Date): Meeting | null {
  const today = todayOn(now);
  const begun = days.filter((m) => m.on <= today);
  return begun[begun.length - 1] ?? days[0] ?? null;
}

export type WindowRefusal = 'no_meeting' | 'too_early' | 'too_late';

/**
 * Whether a member may check in alone now: from some minutes before a meeting of today until its end.
 * Outside that window a code photographed in the room is worth nothing. Source: domain.md §3.7.
 */
export function selfCheckIn(
  days: readonly Meeting[],
  now: Date,
  minutesBefore: number,
): { meeting: Meeting } | { refusal: WindowRefusal; opensAt: Date | null } {
  const meeting = days.find((m) => m.on === todayOn(now));
  if (!meeting) return { refusal: 'no_meeting', opensAt: null };
  const opensAt = new Date(meeting.from.getTime() - minutesBefore * 60_000);
  if (now < opensAt) return { refusal: 'too_early', opensAt };
  return now > meeting.to ? { refusal: 'too_late', opensAt } : { meeting };
}
