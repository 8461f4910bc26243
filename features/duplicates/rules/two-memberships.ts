import { addDays } from '@/lib/dates';

/**
 * The last day of the 会籍 that does not go on, when one person had two at once: the day before the other began.
 * One that began on that day or later never was, and ends the day before itself: no day counts a person twice.
 * @param gone first day (YYYY-MM-DD) of the one that does not go on
 * @param stays first day of the one that does
 */
export const endOfDouble = (gone: string, stays: string): string =>
  addDays(gone < stays ? stays : gone, -1);
