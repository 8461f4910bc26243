import { formatDateTime } from '@/lib/dates';

interface Unanswered {
  readonly bookingId: string;
  readonly title: string;
  /** Questions. */
  readonly open: number;
  readonly until: Date;
}

/** What questions that want an answer ask of their owner. */
export const questionTodos = (unanswered: readonly Unanswered[], now: Date) =>
  unanswered.map(({ bookingId, title, open, until }) => ({
    key: `questions-${bookingId}`,
    title: `补充报名信息：${title}`,
    sub: `${open} 题，${formatDateTime(until, now)}前答`,
    tag: '待补充',
    tone: 'warning' as const,
    href: `/me/bookings/${bookingId}/questions`,
  }));
