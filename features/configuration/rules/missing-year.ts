import { hasTable, type WorkCalendar } from '@/lib/calendar/workdays';

/**
 * The year whose holidays have still to be entered: this one, or from the given month on the next, because the
 * State Council announces it in November (domain.md §5.1). Null when nothing is missing.
 * @param today `YYYY-MM-DD`
 * @param fromMonth 1–12
 */
export function missingYear(
  today: string,
  fromMonth: number,
  calendar: WorkCalendar,
): number | null {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const wanted = month >= fromMonth ? [year, year + 1] : [year];
  return wanted.find((one) => !hasTable(one, calendar)) ?? null;
}
