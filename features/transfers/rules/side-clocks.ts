import type { KindTerms } from '@/features/clocks/rules/due';
import type { SideName, SideStatus } from './two-sides';

/** Each deadline of a transfer: the answers, the time to appeal, the answer to an appeal. */
export const clockKinds = [
  'transfer_out',
  'transfer_in',
  'transfer_refused_out',
  'transfer_refused_in',
  'transfer_appeal_out',
  'transfer_appeal_in',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** The side that a deadline is of. */
export const sideOfKind = (kind: string): SideName => (kind.endsWith('out') ? 'out' : 'in');

interface Lengths {
  readonly out: number;
  readonly in: number;
  readonly refused: number;
  readonly appeal: number;
}

/**
 * What a deadline is counted by: calendar days and consent for the old side, working days and 逾期 for the new one
 * and for appeals. Lengths in days, out of the settings.
 */
export function termsOfKind(kind: ClockKind, lengths: Lengths): KindTerms {
  if (kind === 'transfer_out') {
    return { unit: 'day', length: lengths.out, rollsOver: false, silence: 'consent' };
  }
  if (kind.startsWith('transfer_refused')) {
    return { unit: 'day', length: lengths.refused, rollsOver: true, silence: 'none' };
  }
  const length = kind === 'transfer_in' ? lengths.in : lengths.appeal;
  return { unit: 'workday', length, rollsOver: false, silence: 'overdue' };
}

/** The deadline that counts for a side as it stands; null once nothing is asked of it. */
export function clockOf(side: SideName, status: SideStatus): ClockKind | null {
  if (status === 'waiting' || status === 'stopped') return `transfer_${side}`;
  if (status === 'refused') return `transfer_refused_${side}`;
  return status === 'appealed' ? `transfer_appeal_${side}` : null;
}
