import type { seedSources } from '@/db/schema/enums';
import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';

export type SeedSource = (typeof seedSources)[number];

/** 福彩3D is drawn at 21:15; before, nobody can know the number. */
const KNOWN_AT = '21:15';

/** From when on a day's 福彩3D is known to the world. */
export const knownFrom = (on: string): Date => {
  const at = parseLocalDateTime(`${on}T${KNOWN_AT}`);
  if (!at) throw new RangeError('not a day');
  return at;
};

/**
 * The day that a list may name when it is sealed: the planned one, or, where an outage let its number
 * become known before, the next whose number nobody can know yet. `YYYY-MM-DD`.
 */
export function unknownSeedDay(planned: string, now: Date): string {
  if (now < knownFrom(planned)) return planned;
  const today = todayOn(now);
  return now < knownFrom(today) ? today : addDays(today, 1);
}

export interface SeedTerms {
  readonly source: SeedSource;
  readonly seedOn: string | null;
  readonly fallbackOn: string | null;
  readonly commitments: readonly string[];
}

/**
 * The day whose number counts when the first was not entered in time: the one after the grace days.
 * `YYYY-MM-DD`.
 */
export const fallbackDay = (seedOn: string, graceDays: number): string =>
  addDays(seedOn, graceDays + 1);

/** The line of the list that names the number before anyone can know it. */
export function seedLine(s: SeedTerms): string {
  if (s.source === 'lottery') return `lottery ${s.seedOn} ${s.fallbackOn}`;
  if (s.source === 'house') return `house ${s.commitments.join(' ')}`;
  return `witnesses ${s.commitments.join(' ')} lottery ${s.fallbackOn}`;
}

export type SeedDay =
  | { readonly on: string; readonly late: boolean; readonly ready: true }
  | { readonly on: string; readonly late: boolean; readonly ready: false };

/**
 * Which day's 福彩3D counts now, and whether it is known yet. Until the grace days are over it is the
 * named day; from then on only the fallback day, whoever enters it (docs/draw.md §2).
 */
export function seedDay(
  s: Pick<SeedTerms, 'source' | 'seedOn' | 'fallbackOn'>,
  now: Date,
): SeedDay {
  const { seedOn, fallbackOn } = s;
  if (!seedOn || !fallbackOn) throw new RangeError('no day is named');
  const graceEnds = parseLocalDateTime(`${fallbackOn}T00:00`);
  const late = graceEnds !== null && now >= graceEnds;
  const on = late ? fallbackOn : seedOn;
  return { on, late, ready: now >= knownFrom(on) };
}

/** 2026153:407, from what stands on the lottery's page. */
export const lotterySeed = (issue: string, digits: string): string => `${issue}:${digits}`;

/** The lottery's number as it is published: 福彩3D 2026153 期：4 0 7. */
export const lotteryLabel = (issue: string, digits: string): string =>
  `福彩3D ${issue} 期：${[...digits].join(' ')}`;

/** Whether an issue number can be of the day: its year stands in front. */
export const issueFits = (issue: string, on: string): boolean => issue.startsWith(on.slice(0, 4));
