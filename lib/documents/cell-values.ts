import { isRealDate, toLocalDateTime } from '@/lib/dates';

/** A calendar day in a table, `YYYY-MM-DD`, as opposed to a text that looks like one. */
export interface TableDay {
  readonly day: string;
}

/** What a cell of a table holds: text, a number, a day, an instant, or nothing. */
export type TableValue = string | number | Date | TableDay | null;

/** A day for a cell; null for none. */
export const dayCell = (on: string | null | undefined): TableDay | null =>
  on ? { day: on } : null;

/** An instant by the clock of Shanghai, to the minute: 2026-06-17 18:00. */
export const wallClockText = (at: Date): string => toLocalDateTime(at).replace('T', ' ');

const DAY_MS = 86_400_000;
const SHEET_BEGAN = Date.UTC(1899, 11, 30);
/** Before it the numbers of spreadsheet programs and the calendar differ by a day (ECMA-376 18.17.4.1). */
const FIRST_DAY = '1900-03-01';

/**
 * A day, or an instant by the clock of Shanghai to the minute, as spreadsheet programs count them: days since
 * 1899-12-30. Null for what is no day of the calendar, and before 1900-03-01.
 */
export function sheetSerial(value: Date | TableDay): number | null {
  const local = value instanceof Date ? toLocalDateTime(value) : `${value.day}T00:00`;
  const on = local.slice(0, 10);
  if (!isRealDate(on) || on < FIRST_DAY) return null;
  return (Date.parse(`${local}:00Z`) - SHEET_BEGAN) / DAY_MS;
}
