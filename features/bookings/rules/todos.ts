import { bookedTimes, nextMeeting } from '@/features/offerings/rules/meetings';
import { formatDateTime, formatRange } from '@/lib/dates';
import type { BookingStatus } from './booking';
import { isAskedAboutMove } from './moved';

interface Mine {
  readonly id: string;
  readonly status: BookingStatus;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly sessionDetails: unknown;
  readonly offerExpiresAt: Date | null;
  readonly answerBy: Date | null;
  /** Until when they are asked whether they go over to another session. */
  readonly moveAskedUntil?: Date | null;
}

const SOON = 3 * 24 * 3_600_000;

/** What bookings ask of their owner: a place to say yes to, something to correct, somewhere to be within three days. */
export function bookingTodos(bookings: readonly Mine[], now: Date) {
  const offers = bookings
    .filter((b) => b.status === 'offered')
    .map((b) => ({
      key: b.id,
      title: `确认名额：${b.title}`,
      sub: b.offerExpiresAt ? `留到${formatDateTime(b.offerExpiresAt, now)}` : '请尽快确认',
      tag: '待确认名额',
      tone: 'warning' as const,
      href: `/me/bookings/${b.id}`,
    }));
  const corrections = bookings
    .filter((b) => b.status === 'sent_back')
    .map((b) => ({
      key: b.id,
      title: '补正报名',
      sub: b.title,
      tag: '需补正',
      tone: 'warning' as const,
      href: `/me/bookings/${b.id}`,
    }));
  const moved = bookings
    .filter((b) => isAskedAboutMove(b, now))
    .map((b) => ({
      key: b.id,
      title: `时间改了，能来吗：${b.title}`,
      sub: `${formatDateTime(b.answerBy ?? now, now)}前答复`,
      tag: '待答复',
      tone: 'warning' as const,
      href: `/me/bookings/${b.id}`,
    }));
  const moves = bookings.flatMap((b) =>
    b.moveAskedUntil
      ? [
          {
            key: b.id,
            title: `能换场次吗：${b.title}`,
            sub: `${formatDateTime(b.moveAskedUntil, now)}前答复`,
            tag: '待答复',
            tone: 'warning' as const,
            href: `/me/bookings/${b.id}`,
          },
        ]
      : [],
  );
  const asked = new Set([...moved, ...moves].map((todo) => todo.key));
  const soon = bookings
    .filter((b) => b.status === 'booked' && !asked.has(b.id))
    .flatMap((b) => {
      const next = nextMeeting(bookedTimes(b), now);
      return next && next.from > now && next.from.getTime() - now.getTime() < SOON
        ? [{ b, next }]
        : [];
    })
    .map(({ b, next }) => ({
      key: b.id,
      title: b.title,
      sub: `${formatRange(next.from, next.to, now)} · ${b.place}`,
      tag: '已预约',
      tone: 'success' as const,
      href: `/me/bookings/${b.id}`,
    }));
  return [...offers, ...moved, ...moves, ...corrections, ...soon];
}
