import type { Kind } from '@/features/offerings/schema/offering';
import { askedWhenMovedKey } from './rules/asked-key';

interface Asked {
  readonly bookingId: string;
  readonly kind: Kind;
  readonly title: string;
  /** Until when, as words. */
  readonly until: string;
  /** So that several changes of one day are told once. */
  readonly on: string;
  /** The version they have since they were moved to a session that asks more; not given where the form has changed. */
  readonly moved?: number | undefined;
}

/** The form asks something new of somebody who has booked. Neutral for a screening (PIPL 28). */
export function askedAgainNotice({ bookingId, kind, title, until, on, moved }: Asked) {
  const neutral = kind === 'screening';
  return {
    title: neutral ? '请查看健康服务通知' : '报名信息需要补充',
    body: neutral
      ? '您的预约有新进展，请打开查看。'
      : `“${title}”${moved ? '换了场次，还有问题要答' : '的报名问题有变化'}，请在${until}前补充。已填的不用再填。`,
    link: `/me/bookings/${bookingId}/questions`,
    dedupeKey: moved
      ? askedWhenMovedKey({ id: bookingId, version: moved })
      : `questions:${bookingId}:${on}`,
  };
}
