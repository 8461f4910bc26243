import type { Kind } from '@/features/offerings/schema/offering';
import { formatDay, todayOn } from '@/lib/dates';
import { type BookingStatus, bookingStatusLabels } from './booking';

/** A place held, or waited for, that a right birth date or sex does not fit. */
export interface Misfit {
  readonly bookingId: string;
  readonly kind: Kind;
  readonly title: string;
  readonly startsAt: Date;
  readonly status: BookingStatus;
  readonly why: string;
}

/** A class or a screening is its organiser's alone to know of (PIPL 28). */
const unnamed: Partial<Record<Kind, string>> = {
  childcare: '一项托管服务',
  screening: '一项健康服务',
};

/** One of them as the officer who corrects may read it: which course, when, and why it no longer fits. */
export function misfitWords({ kind, title, startsAt, status, why }: Misfit, now: Date): string {
  const label = bookingStatusLabels[status];
  const neutral = unnamed[kind];
  return neutral
    ? `${neutral}（${label}）`
    : `${title}（${formatDay(todayOn(startsAt), todayOn(now))}，${label}）：${why}`;
}
