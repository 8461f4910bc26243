import { latestElection } from './term';

export const extensionTransitions = {
  asked: ['granted', 'refused'],
  granted: [],
  refused: [],
} as const;

export type ExtensionStatus = keyof typeof extensionTransitions;

export const extensionLabels: Record<ExtensionStatus, string> = {
  asked: '待批复',
  granted: '同意延期',
  refused: '不同意延期',
};

export type UntilRefusal = 'until_too_early' | 'until_too_late';

/**
 * Why a term cannot run on until a day: it is not after the term's own end, or later than an election may slip. Null
 * when it can. Days are YYYY-MM-DD. Source: domain.md §2.2 (about six months, a setting).
 */
export function refuseUntil(
  untilOn: string,
  endsOn: string,
  slipMonths: number,
): UntilRefusal | null {
  if (untilOn <= endsOn) return 'until_too_early';
  return untilOn > latestElection(endsOn, slipMonths) ? 'until_too_late' : null;
}
