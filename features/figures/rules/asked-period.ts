import { type Period, periodOf } from '@/features/desk/rules/period';
import { addDays, addMonths, isRealDate } from '@/lib/dates';

/** What was asked, and in words why it is not shown; then the period is this year so far. */
export interface AskedPeriod extends Period {
  readonly refused: { readonly field: 'from' | 'to'; readonly words: string } | null;
}

/**
 * The period of a page of figures: the days asked for, or this year so far. One of the two days alone means
 * until today, or from the first of its month.
 * Refuses `from` for what is no day; `to` for that, for a day before the first, and beyond the most months.
 * @param asked days `YYYY-MM-DD`, empty where nothing was asked
 * @param most how many months one page counts over
 */
export function askedPeriod(
  asked: { readonly from: string; readonly to: string },
  today: string,
  most: number,
): AskedPeriod {
  const usual = periodOf('year', today);
  const refuse = (field: 'from' | 'to', words: string) => ({
    ...usual,
    refused: { field, words },
  });
  for (const field of ['from', 'to'] as const) {
    if (asked[field] !== '' && !isRealDate(asked[field]))
      return refuse(field, '日期不对，请重选；下面是今年以来的');
  }
  if (asked.from === '' && asked.to === '') return { ...usual, refused: null };
  const from = asked.from || `${asked.to.slice(0, 7)}-01`;
  const to = asked.to || (from > today ? from : today);
  if (from > to) return refuse('to', '结束那天在开始之前，请改；下面是今年以来的');
  if (addDays(addMonths(from, most), -1) < to)
    return refuse('to', `一次最多看 ${most} 个月，请缩短；下面是今年以来的`);
  return { from, to, refused: null };
}
