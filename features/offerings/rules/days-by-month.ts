import { formatDay, formatMonth } from '@/lib/dates';

interface DayOption {
  readonly value: string;
  readonly label: string;
}

/**
 * The days of a course as a list to choose from, each under its month, today's saying so.
 * @param days `YYYY-MM-DD`, in order
 */
export function daysByMonth(
  days: readonly string[],
  today: string,
): { label: string; options: DayOption[] }[] {
  const months = [...new Set(days.map(formatMonth))];
  return months.map((label) => ({
    label,
    options: days
      .filter((on) => formatMonth(on) === label)
      .map((on) => ({
        value: on,
        label: on === today ? `${formatDay(on, today)}，今天` : formatDay(on, today),
      })),
  }));
}
