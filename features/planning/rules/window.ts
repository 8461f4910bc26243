import { addWorkdays, type WorkCalendar } from '@/lib/calendar/workdays';
import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';

const atHour = (on: string, hour: number): Date => {
  const at = parseLocalDateTime(`${on}T${String(hour).padStart(2, '0')}:00`);
  if (!at) throw new RangeError('not an hour');
  return at;
};

/** When booking begins unless the officer says otherwise: an hour of the next working day, never today. */
export const usualOpening = (now: Date, hour: number, calendar: WorkCalendar): Date =>
  atHour(addWorkdays(todayOn(now), 1, calendar), hour);

/**
 * When booking ends where nothing was typed: an hour of the day before the first session; with the first
 * session itself where booking only begins after that. Null without a beginning or a session.
 */
export function usualClosing(
  opensAt: Date | null,
  firstStartsAt: Date | null,
  hour: number,
): Date | null {
  if (!opensAt || !firstStartsAt) return null;
  const evening = atHour(addDays(todayOn(firstStartsAt), -1), hour);
  if (evening > opensAt) return evening;
  return firstStartsAt > opensAt ? firstStartsAt : null;
}

/** What a 托管班 is called now: the summer ahead from February on, the winter from September on. */
export function usualTerm(today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (month >= 9) return `${year + 1}寒假`;
  return month === 1 ? `${year}寒假` : `${year}暑期`;
}
