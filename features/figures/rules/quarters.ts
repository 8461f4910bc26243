import type { Period } from '@/features/desk/rules/period';
import { addDays, addMonths } from '@/lib/dates';

export interface Quarter extends Period {
  /** 一季度, with the year in front when it is not the present one. */
  readonly label: string;
}

const names = ['一季度', '二季度', '三季度', '四季度'];

/**
 * The quarters of a calendar year that have begun, in their order; the running one ends today.
 * @param year `YYYY`
 * @param today `YYYY-MM-DD`
 * @returns none for a year to come
 */
export function quartersOf(year: string, today: string): Quarter[] {
  return names.flatMap((name, at) => {
    const from = addMonths(`${year}-01-01`, at * 3);
    if (from > today) return [];
    const last = addDays(addMonths(from, 3), -1);
    return {
      label: year === today.slice(0, 4) ? name : `${year}年${name}`,
      ...{ from, to: last > today ? today : last },
    };
  });
}
