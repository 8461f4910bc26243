import { formatFullDay } from '@/lib/dates';
import type { Figure } from '@/lib/figures';

/** Numbers that are read as a share of another. 覆盖率 = 已建会 ÷ 应建会 (domain.md §2.3). */
const shares: Readonly<Record<string, { readonly of: string; readonly words: string }>> = {
  register_founded: { of: 'register_due', words: '覆盖率' },
  new_members_new_form: { of: 'new_members', words: '占新会员' },
  members_new_form: { of: 'members', words: '占会员' },
};

/**
 * 覆盖率 68.7%, with one decimal, never rounded up to 100% while one is missing. Null where the number is no share of
 * another, or that is 0.
 * @param numbers each figure's number by its id
 */
export function shareWords(id: string, numbers: Readonly<Record<string, number>>): string | null {
  const share = shares[id];
  const whole = share ? numbers[share.of] : undefined;
  if (!share || !whole) return null;
  const tenths = Math.floor(((numbers[id] ?? 0) * 1000) / whole);
  return `${share.words} ${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

const sinceWhen = (figure: Pick<Figure, 'time'>, to: string): string | undefined => {
  if (figure.time === 'as_of') return `截至${formatFullDay(to)}`;
  return figure.time === 'now' ? '截至今天' : undefined;
};

/** The share that the number is of another, and until when it counts: 覆盖率 68.7%，截至今天. */
/**
 * What stands beneath a number: the share that it is of another, and until when it counts (覆盖率 68.7%，截至今天: where
 * an employer stood on an earlier day is not on record). Undefined for a number of a period that is no share.
 * @param whole each figure's number by its id
 * @param to the last day asked for, `YYYY-MM-DD`
 */
export function noteOf(
  figure: Pick<Figure, 'id' | 'time'>,
  whole: Readonly<Record<string, number>>,
  to: string,
): string | undefined {
  const share = shareWords(figure.id, whole);
  const since = sinceWhen(figure, to);
  return share && figure.time === 'now' ? `${share}，${since}` : (share ?? since);
}
