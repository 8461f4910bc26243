import { bookedTimes } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import type { Kind } from '@/features/offerings/schema/offering';
import { formatDateTime, todayOn } from '@/lib/dates';

/** What every notice about a booking needs to know. */
export interface NoticeFacts {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly version: number;
  readonly title: string;
  readonly session: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sessionDetails: unknown;
  readonly place: string;
}

export interface BookingNotice {
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly sms?: {
    readonly template: string;
    readonly params: Record<string, string>;
    readonly text: string;
  };
  /** A receipt: never unread. */
  readonly quiet?: boolean;
  readonly dedupeKey: string;
}

/** Undo recalls by this prefix what one change of one booking has sent. */
export const bookingNoticeKey = (b: Pick<NoticeFacts, 'id' | 'version'>): string =>
  `booking:${b.id}:${b.version}:`;

/**
 * A lock screen is read by anyone: whoever sees a notice of a screening must not learn what it is
 * (PIPL 28, domain.md §3.1). One sentence for every event; the rest stands behind the sign-in.
 */
const neutral = (b: NoticeFacts, event: string): BookingNotice => ({
  title: '请查看健康服务通知',
  body: '您的预约有新进展，请打开查看。',
  link: `/me/bookings/${b.id}`,
  sms: {
    template: 'booking_neutral',
    params: {},
    text: '您有一条健康服务通知，请登录查看。',
  },
  dedupeKey: `${bookingNoticeKey(b)}${event}`,
});

export interface BookingWords {
  title: string;
  body: string;
  /** Left out when the person has just seen it on the screen. */
  sms?: string;
}

/** What the person has just done, on record: never unread. */
const receipts = ['booked', 'pending', 'waitlisted', 'claimed', 'entered', 'moved', 'cancelled'];

/** One notice of one event; of a screening it says nothing. */
export function bookingNotice(b: NoticeFacts, event: string, words: BookingWords): BookingNotice {
  const quiet = receipts.includes(event);
  if (b.kind === 'screening') return { ...neutral(b, event), quiet };
  return {
    quiet,
    title: words.title,
    body: words.body,
    link: `/me/bookings/${b.id}`,
    sms: words.sms
      ? { template: `booking_${event}`, params: { number: b.number }, text: words.sms }
      : undefined,
    dedupeKey: `${bookingNoticeKey(b)}${event}`,
  };
}

/** When it is, in full. */
export const when = (b: NoticeFacts, now: Date) => sessionWhen(bookedTimes(b), now);

/** The short form for a text message: its first hour, and that there are more. */
export const starts = (b: NoticeFacts, now: Date) =>
  `${formatDateTime(b.startsAt, now)}${todayOn(b.startsAt) === todayOn(b.endsAt) ? '' : '起'}`;
