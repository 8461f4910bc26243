import type { followUpAnswers } from '@/db/schema/enums';
import { addDays, todayOn } from '@/lib/dates';

export type FollowUpAnswer = (typeof followUpAnswers)[number];

export const followUpLabels: Record<FollowUpAnswer, string> = {
  employed: '就业',
  self_employed: '创业',
  unemployed: '未就业',
};

/** Where one answers, and changes the answer. */
export const followUpPath = (id: string): string => `/me/follow-ups/${id}`;

/** The last day on which one may answer, `YYYY-MM-DD`. */
export const followUpClosesOn = (askedAt: Date, openDays: number): string =>
  addDays(todayOn(askedAt), openDays);

/**
 * Whether one may still answer, to the end of the last day. Source: the setting of 培训回访.
 */
export const isFollowUpOpen = (askedAt: Date, openDays: number, now: Date): boolean =>
  todayOn(now) <= followUpClosesOn(askedAt, openDays);

/** Everybody who was asked in one round, by what they said. */
export interface FollowUpRound {
  readonly round: number;
  readonly months: number;
  readonly asked: number;
  readonly by: Readonly<Record<FollowUpAnswer | 'none', number>>;
}

/**
 * Of those who answered, how many found work or made their own, in whole percent; null while nobody answered.
 */
export function inWorkPercent({ by }: FollowUpRound): number | null {
  const working = by.employed + by.self_employed;
  const answered = working + by.unemployed;
  return answered === 0 ? null : Math.round((working / answered) * 100);
}
