import { formatDateTime, formatRange } from '@/lib/dates';
import type { Kind } from './schema/offering';

/** What every notice about a booking needs to know. */
export interface BookingFacts {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly version: number;
  readonly title: string;
  readonly session: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
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
  readonly dedupeKey: string;
}

/** Undo recalls by this prefix what one change of one booking has sent. */
export const bookingNoticeKey = (b: Pick<BookingFacts, 'id' | 'version'>): string =>
  `booking:${b.id}:${b.version}:`;

/**
 * A lock screen is read by anyone: whoever sees a notice of a screening must not learn what it is
 * (PIPL 28, domain.md §3.1). One sentence for every event; the rest stands behind the sign-in.
 */
const neutral = (b: BookingFacts, event: string): BookingNotice => ({
  title: '请查看健康服务通知',
  body: '您的预约有新进展，请打开查看。',
  link: `/me/bookings/${b.id}`,
  sms: {
    template: 'booking_neutral',
    params: {},
    text: '您有一条健康服务通知，请登录连心桥查看。',
  },
  dedupeKey: `${bookingNoticeKey(b)}${event}`,
});

interface Words {
  title: string;
  body: string;
  /** Left out when the person has just seen it on the screen. */
  sms?: string;
}

function notice(b: BookingFacts, event: string, words: Words): BookingNotice {
  if (b.kind === 'screening') return neutral(b, event);
  return {
    title: words.title,
    body: words.body,
    link: `/me/bookings/${b.id}`,
    sms: words.sms
      ? { template: `booking_${event}`, params: { number: b.number }, text: words.sms }
      : undefined,
    dedupeKey: `${bookingNoticeKey(b)}${event}`,
  };
}

const when = (b: BookingFacts, now: Date) => formatRange(b.startsAt, b.endsAt, now);

export const bookedNotice = (b: BookingFacts, now: Date): BookingNotice =>
  notice(b, 'booked', {
    title: `已预约：${b.title}`,
    body: `${b.session}，${when(b, now)}，${b.place}。到场出示预约码。`,
  });

export const pendingNotice = (b: BookingFacts, due: string): BookingNotice =>
  notice(b, 'pending', {
    title: `已报名，等审核：${b.title}`,
    body: `${b.number} 名额已为您留着，${due}前答复。`,
  });

export const waitlistedNotice = (b: BookingFacts, position: number): BookingNotice =>
  notice(b, 'waitlisted', {
    title: `已候补：${b.title}`,
    body: `${b.session}已满，您排第 ${position} 位。有人取消会按顺序补上并通知您。`,
  });

export const promotedNotice = (b: BookingFacts, now: Date, pending: boolean): BookingNotice =>
  notice(b, 'promoted', {
    title: `候补成功：${b.title}`,
    body: pending
      ? `${b.session}有名额了，已为您留着，等组织单位审核。`
      : `${b.session}有名额了，${when(b, now)}，${b.place}。不去请提前取消。`,
    sms: `候补成功，预约号${b.number}，${formatDateTime(b.startsAt, now)}。不去请提前取消。`,
  });

export const skippedNotice = (b: BookingFacts, reason: string): BookingNotice =>
  notice(b, 'skipped', {
    title: `候补已结束：${b.title}`,
    body: `轮到您时${reason}，名额给了下一位。可以看看其他场次。`,
    sms: `候补${b.number}已结束，原因请登录连心桥查看。`,
  });

export const approvedBookingNotice = (b: BookingFacts, now: Date): BookingNotice =>
  notice(b, 'approved', {
    title: `报名已通过：${b.title}`,
    body: `${b.session}，${when(b, now)}，${b.place}。到场出示预约码。`,
    sms: `报名${b.number}已通过，${formatDateTime(b.startsAt, now)}，请按时到场。`,
  });

export const refusedBookingNotice = (b: BookingFacts, reason: string): BookingNotice =>
  notice(b, 'refused', {
    title: `报名未通过：${b.title}`,
    body: `原因：${reason}。可以看看其他场次，或联系组织单位。`,
    sms: `报名${b.number}未通过，原因请登录连心桥查看。`,
  });

export const sentBackBookingNotice = (
  b: BookingFacts,
  f: { fields: readonly string[]; reason: string },
): BookingNotice =>
  notice(b, 'sent_back', {
    title: `报名要补正：${b.title}`,
    body: `${[...f.fields, f.reason].join('。')}。名额仍为您留着，补好后重新提交。`,
    sms: `报名${b.number}要补正，名额仍为您留着，请登录连心桥处理。`,
  });

export const cancelledNotice = (b: BookingFacts): BookingNotice =>
  notice(b, 'cancelled', {
    title: `已取消：${b.title}`,
    body: `${b.number} 已取消，名额已让给下一位。`,
  });

export const organiserCancelledNotice = (
  b: BookingFacts,
  reason: string,
  now: Date,
): BookingNotice =>
  notice(b, 'organiser_cancelled', {
    title: `组织单位已取消：${b.title}`,
    body: `${b.session}（${when(b, now)}）不办了，原因：${reason}。您的${b.number}已取消，不用再操作。`,
    sms: `预约${b.number}的场次已由组织单位取消，原因请登录连心桥查看，不用到场。`,
  });

export const sessionChangedNotice = (b: BookingFacts, now: Date): BookingNotice =>
  notice(b, 'rescheduled', {
    title: `时间地点有变：${b.title}`,
    body: `${b.session}改为${when(b, now)}，${b.place}。不能来请提前取消。`,
    sms: `预约${b.number}改为${formatDateTime(b.startsAt, now)}，地点请登录连心桥查看。`,
  });
