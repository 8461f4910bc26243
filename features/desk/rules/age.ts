import { type WorkCalendar, workdaysBetween } from '@/lib/calendar/workdays';

export interface Age {
  readonly text: string;
  readonly tone: 'late' | 'soon' | 'calm';
}

/**
 * How a case stands against its last day: 「超期 1 天」, 「今天到期」, 「剩 3 天」, in working days.
 * @param dueOn `YYYY-MM-DD`, or null where nothing is promised
 */
export function ageOf(dueOn: string | null, today: string, calendar: WorkCalendar): Age | null {
  if (dueOn === null) return null;
  const left = workdaysBetween(today, dueOn, calendar);
  if (dueOn < today) return { text: `超期 ${Math.max(1, -left)} 天`, tone: 'late' };
  if (left <= 0) return { text: '今天到期', tone: 'soon' };
  return { text: `剩 ${left} 天`, tone: left === 1 ? 'soon' : 'calm' };
}

/** The highest count that is told: above it the figure says 999+, and counting stays quick. */
export const countedUpTo = 999;

/** A counted figure as shown: exact, or 999+ beyond what is counted. */
export const countText = (n: number): string => (n > countedUpTo ? `${countedUpTo}+` : String(n));
