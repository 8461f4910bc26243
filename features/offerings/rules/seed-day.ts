import { formatDay, todayOn } from '@/lib/dates';

export interface Around {
  readonly bookingOpensAt: Date | null;
  readonly bookingClosesAt: Date | null;
  /** Start of the first session that stands. */
  readonly firstStartsAt: Date | null;
}

/**
 * What is wrong with the day whose number decides a draw: it lies after entries close and before the first
 * session. Null when nothing is.
 */
export function seedDayError(
  seedOn: string | undefined,
  around: Pick<Around, 'bookingClosesAt' | 'firstStartsAt'>,
  now: Date,
): string | null {
  const { bookingClosesAt: closes, firstStartsAt: first } = around;
  if (!seedOn) return '请填用哪一天的开奖号';
  const today = todayOn(now);
  if (seedOn < today) return '这一天已过，请选以后的日子';
  if (closes && seedOn <= todayOn(closes)) {
    return `要晚于截止报名的日子（${formatDay(todayOn(closes), today)}），先封存名单再开奖`;
  }
  if (first && seedOn >= todayOn(first)) {
    return `要早于第一场（${formatDay(todayOn(first), today)}）`;
  }
  return null;
}
