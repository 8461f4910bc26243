import { addDays, addMonths, daysBetween } from '@/lib/dates';

/** Unions that elect a committee of their own (工会法 11). */
export const electing: readonly string[] = ['grassroots_union', 'joint_union'];

/** The last day of a term of 3 or 5 years that began on a day, YYYY-MM-DD. Source: 工会法 16. */
export const termEndsOn = (beganOn: string, years: 3 | 5): string =>
  addDays(addMonths(beganOn, years * 12), -1);

/**
 * The last day on which a new committee must be elected: the end of the term and so many months that it may
 * slip (domain.md §2.2: about six). YYYY-MM-DD.
 */
export const latestElection = (endsOn: string, slipMonths: number): string =>
  addMonths(endsOn, slipMonths);

/** The setting `6 3 1` as months, the most first; null when it cannot be read so. */
export function parseMonths(text: string): number[] | null {
  const parts = text.trim().split(/[\s，,、]+/);
  const months = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : 0));
  const ordered = months.every(
    (n, at) => n >= 1 && n <= 24 && (at === 0 || n < (months[at - 1] ?? 0)),
  );
  return ordered ? months : null;
}

/**
 * Which reminder is due of something that ends on a day: the smallest of the months within which the end
 * lies; null before the first. One that slept past several tells once, by the nearest. Days are YYYY-MM-DD.
 */
export function reminderDue(
  endsOn: string,
  today: string,
  months: readonly number[],
): number | null {
  const reached = months.filter((n) => today >= addMonths(endsOn, -n));
  return reached.length === 0 ? null : Math.min(...reached);
}

export type EndState = 'over' | 'soon' | 'later';

/** How an end lies to today: past, within so many days, or later. */
export function endState(endsOn: string, today: string, soonDays: number): EndState {
  if (endsOn < today) return 'over';
  return daysBetween(today, endsOn) <= soonDays ? 'soon' : 'later';
}

export type OfficeDayRefusal = 'future' | 'before_term' | 'after_term';

/**
 * Why somebody cannot have come into or left an office on a day: it is to come, or outside the term. Null when
 * they can. Days are YYYY-MM-DD. Source: 工会法 16.
 */
export function refuseOfficeDay(
  on: string,
  { beganOn, latest }: { beganOn: string; latest: string },
  today: string,
): OfficeDayRefusal | null {
  if (on > today) return 'future';
  if (on < beganOn) return 'before_term';
  return on > latest ? 'after_term' : null;
}
