import { addDays, startOfDay, todayOn } from '@/lib/dates';

export interface HospitalWindow {
  readonly opensAt: Date;
  /** The end of the day on which the half-day starts. */
  readonly closesAt: Date;
}

/**
 * When a hospital's desk may look at the list of a half-day: from some minutes before it until the end of
 * that day, never the evening before (domain.md §3.1: only the assigned item, time-limited).
 * @param minutesBefore a setting
 */
export function hospitalWindow(session: { startsAt: Date }, minutesBefore: number): HospitalWindow {
  const on = todayOn(session.startsAt);
  const early = session.startsAt.getTime() - minutesBefore * 60_000;
  return {
    opensAt: new Date(Math.max(early, startOfDay(on).getTime())),
    closesAt: startOfDay(addDays(on, 1)),
  };
}

/** Whether `now` lies in it; the end itself is outside. */
export const isWithin = ({ opensAt, closesAt }: HospitalWindow, now: Date): boolean =>
  opensAt <= now && now < closesAt;
