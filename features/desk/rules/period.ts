import { addDays, addMonths } from '@/lib/dates';
import type { Range } from '../schema/dashboard';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The days of a month `YYYY-MM`; the running one ends today. */
export function monthOf(month: string, today: string): Period {
  const from = `${month}-01`;
  const last = addDays(addMonths(from, 1), -1);
  return { from, to: last > today ? today : last };
}

/** First and last day of a period as of `today`, `YYYY-MM-DD`; the running one ends today. */
export function periodOf(range: Range, today: string): Period {
  const month = `${today.slice(0, 7)}-01`;
  const year = Number(today.slice(0, 4));
  const periods: Record<Range, Period> = {
    month: { from: month, to: today },
    last_month: { from: addMonths(month, -1), to: addDays(month, -1) },
    year: { from: `${year}-01-01`, to: today },
    last_year: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  };
  return periods[range];
}
