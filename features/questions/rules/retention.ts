import { addDays, todayOn } from '@/lib/dates';

/**
 * Whether answers are due to go: so many whole days after the day of the offering's last session have
 * passed (PIPL 19, 47). An offering without any session left counts from `endedAt`, its own end.
 */
export function isDue(endedAt: Date, keptDays: number, now: Date): boolean {
  return todayOn(now) > addDays(todayOn(endedAt), keptDays);
}

/** How long answers are kept, in words, from whole days: 最后一场结束后 30 天删除. */
export const retentionWords = (days: number): string =>
  days === 0 ? '最后一场结束次日删除' : `最后一场结束后 ${days} 天删除`;
