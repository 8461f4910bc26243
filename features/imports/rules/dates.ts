import { toHalfWidth } from '@/lib/china/id/normalise';
import { addDays, isRealDate } from '@/lib/dates';

/** Day 0 of a spreadsheet: it believes in a 29 February 1900. */
const SERIAL_ZERO = '1899-12-30';
const SERIAL = /^[1-9]\d{4}$/;
const WRITTEN = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * A day as a workbook may hold it: 2019-05-01, 2019/5/1, 2019.5, 2019年5月1日, 20190501, or the number a
 * spreadsheet stores. A month alone is its first day.
 * @returns `YYYY-MM-DD`; null for what is no day
 */
export function readDay(raw: string): string | null {
  const text = toHalfWidth(raw)
    .trim()
    .replace(/[ T]\d{1,2}:\d{2}.*$/, '')
    .replace(/\s/g, '');
  if (SERIAL.test(text)) return addDays(SERIAL_ZERO, Number(text));
  const [, year, month, day = '1'] = DIGITS.exec(text) ?? WRITTEN.exec(text) ?? [];
  if (!year || !month) return null;
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(on) ? on : null;
}
