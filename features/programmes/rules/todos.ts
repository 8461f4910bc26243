import { formatDateTime, formatRange } from '@/lib/dates';
import type { BookingStatus } from './booking';

interface Mine {
  readonly id: string;
  readonly status: BookingStatus;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly offerExpiresAt: Date | null;
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
  const soon = bookings
    .filter((b) => b.status === 'booked' && b.startsAt.getTime() - now.getTime() < SOON)
    .filter((b) => b.startsAt > now)
    .map((b) => ({
      key: b.id,
      title: b.title,
      sub: `${formatRange(b.startsAt, b.endsAt, now)} · ${b.place}`,
      tag: '已预约',
      tone: 'success' as const,
      href: `/me/bookings/${b.id}`,
    }));
  return [...offers, ...corrections, ...soon];
}
