import type { OfferingRules } from '@/features/offerings/schema/offering';
import { addDays, daysBetween } from '@/lib/dates';

/** 爽约 terms of an offering: its own numbers, else the settings (default 3 in 90 days bar for 30). */
export interface NoShowTerms {
  readonly limit: number;
  readonly withinDays: number;
  readonly barDays: number;
}

/**
 * What holds for one offering: its own numbers before the settings.
 * @returns null when the offering does not hold no-shows against anyone
 */
export function noShowTermsOf(
  rules: Pick<OfferingRules, 'noShow' | 'noShowLimit' | 'noShowDays' | 'noShowBarDays'>,
  defaults: NoShowTerms,
): NoShowTerms | null {
  if (rules.noShow === 'off') return null;
  return {
    limit: rules.noShowLimit ?? defaults.limit,
    withinDays: rules.noShowDays ?? defaults.withinDays,
    barDays: rules.noShowBarDays ?? defaults.barDays,
  };
}

export interface NoShowStatus {
  /** Not excused, within the window that ends today. */
  readonly count: number;
  /** The first day on which booking is possible again; null when not barred. */
  readonly barredUntil: string | null;
}

/**
 * 爽约限制 (domain.md §3.6): as many no-shows as the limit within so many days bar from booking the
 * same kind for some days, counted from the day of the last of them.
 * @param days `YYYY-MM-DD` of each no-show that is not excused, in any order
 */
export function noShowStatus(
  days: readonly string[],
  terms: NoShowTerms,
  today: string,
): NoShowStatus {
  const { limit, withinDays, barDays } = terms;
  const sorted = [...days].sort();
  let barredUntil: string | null = null;
  for (const [at, last] of sorted.entries()) {
    const first = sorted[at - limit + 1];
    if (first === undefined || daysBetween(first, last) >= withinDays) continue;
    const until = addDays(last, barDays);
    if (until > today) barredUntil = until;
  }
  const count = sorted.filter((on) => daysBetween(on, today) < withinDays).length;
  return { count, barredUntil };
}

/** The terms as one sentence, before anyone has missed anything. */
export const noShowWords = ({ limit, withinDays, barDays }: NoShowTerms): string =>
  `${withinDays} 天内 ${limit} 次预约了没来，${barDays} 天不能再报同类服务`;

/** What the last no-show means, for the notice: 90 天内已 2 次，满 3 次 30 天不能报同类服务。 */
export function noShowConsequence(
  { count, barredUntil }: NoShowStatus,
  { limit, withinDays, barDays }: NoShowTerms,
  dayWords: (on: string) => string,
): string {
  if (barredUntil)
    return `${withinDays} 天内已 ${count} 次，${dayWords(barredUntil)}起才能再报同类服务。`;
  return `${withinDays} 天内已 ${count} 次，满 ${limit} 次 ${barDays} 天不能再报同类服务。`;
}
