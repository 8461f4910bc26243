import { addDays } from '@/lib/dates';

/** A Monday and its Sunday, `YYYY-MM-DD`. */
export interface Week {
  readonly from: string;
  readonly to: string;
}

/** The week, Monday to Sunday, in which the day `on` (YYYY-MM-DD) lies. */
export function weekOf(on: string): Week {
  const day = new Date(`${on}T00:00:00Z`).getUTCDay();
  const from = addDays(on, day === 0 ? -6 : 1 - day);
  return { from, to: addDays(from, 6) };
}

/** The week before the one in which the day `on` (YYYY-MM-DD) lies. */
export const weekBefore = (on: string): Week => weekOf(addDays(on, -7));
