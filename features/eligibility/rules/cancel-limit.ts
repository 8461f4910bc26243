import { formatDateTime } from '@/lib/dates';

const DAY = 86_400_000;

export interface CancelStatus {
  /** Cancelled within the last 24 hours. */
  readonly count: number;
  readonly limit: number;
  /** When the next booking of this offering is possible; null when it is now. */
  readonly until: Date | null;
}

/**
 * How an attendee stands with cancelling one offering: as many as the limit within 24 hours bar from
 * booking it again until the oldest of them is a day old (B04).
 * @param cancelled instants of the attendee's own cancellations of this offering, in any order
 */
export function cancelStatus(cancelled: readonly Date[], limit: number, now: Date): CancelStatus {
  const recent = cancelled
    .map((at) => at.getTime())
    .filter((at) => at > now.getTime() - DAY)
    .sort((a, b) => b - a);
  const oldest = recent[limit - 1];
  const until = oldest === undefined ? null : new Date(oldest + DAY);
  return { count: recent.length, limit, until };
}

/**
 * What to say of it before it bites: nothing until one more cancellation would be the last but one.
 * @returns null when there is nothing to say
 */
export function cancelWarning({ count, limit, until }: CancelStatus, now: Date): string | null {
  if (until) return `已取消 ${count} 次，${formatDateTime(until, now)}后可以再报`;
  if (count === 0 || count < limit - 2) return null;
  return `已取消 ${count} 次，满 ${limit} 次要等 24 小时才能再报`;
}

/** On the page that asks whether to cancel: what one more would mean. Null while it means nothing. */
export function oneMoreWords({ count, limit }: Omit<CancelStatus, 'until'>): string | null {
  const next = count + 1;
  if (next >= limit) return `这是 24 小时内第 ${next} 次取消，取消后要等 24 小时才能再报这一项。`;
  if (next < limit - 1) return null;
  return `这是 24 小时内第 ${next} 次取消，满 ${limit} 次要等 24 小时才能再报这一项。`;
}
