import {
  type BookingNotice,
  bookingNotice,
  type NoticeFacts,
  starts,
  when,
} from '@/features/bookings/rules/booking-notice';
import { type StoredSession, timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import type { Kind } from '@/features/offerings/schema/offering';
import { formatDateTime } from '@/lib/dates';
import { unstopped } from '@/lib/text';
import { reservedOffKey } from './rules/reserved-key';

export const promotedNotice = (b: NoticeFacts, now: Date, pending: boolean): BookingNotice =>
  bookingNotice(b, 'promoted', {
    title: `候补成功：${b.title}`,
    body: pending
      ? `${b.session}有名额了，已为您留着，等组织单位审核。`
      : `${b.session}有名额了，${when(b, now)}，${b.place}。不去请提前取消。`,
    sms: `候补成功，预约号${b.number}，${starts(b, now)}。不去请提前取消。`,
  });

export const skippedNotice = (b: NoticeFacts, reason: string): BookingNotice =>
  bookingNotice(b, 'skipped', {
    title: `候补已结束：${b.title}`,
    body: `轮到您时${reason}，名额给了下一位。可以看看其他场次。`,
    sms: `候补${b.number}已结束，原因请登录查看。`,
  });

/** A place is held for somebody: until when, and that silence gives it to the next. */
export const offeredNotice = (b: NoticeFacts, until: Date, now: Date): BookingNotice =>
  bookingNotice(b, 'offered', {
    title: `有名额了，请确认：${b.title}`,
    body: `${b.session}，${when(b, now)}。名额为您留到${formatDateTime(until, now)}，到时不确认就给下一位。`,
    sms: `候补${b.number}有名额了，请在${formatDateTime(until, now)}前登录确认，过时给下一位。`,
  });

/** The first notice reached nobody, so the place is held once more. */
export const extendedNotice = (b: NoticeFacts, until: Date, now: Date): BookingNotice =>
  bookingNotice(b, 'offer_extended', {
    title: `名额为您多留一次：${b.title}`,
    body: `上次没通知到您。${b.session}的名额留到${formatDateTime(until, now)}，请打开确认。`,
    sms: `候补${b.number}的名额为您多留到${formatDateTime(until, now)}，请登录确认。`,
  });

/** A day off more in the table of holidays: the place is held longer. */
export const offerMovedNotice = (b: NoticeFacts, until: Date, now: Date): BookingNotice =>
  bookingNotice(b, 'offer_moved', {
    title: `确认时间延后：${b.title}`,
    body: `放假安排有变化，${b.session}的名额留到${formatDateTime(until, now)}，请打开确认。`,
  });

export const claimedNotice = (b: NoticeFacts, now: Date, pending: boolean): BookingNotice =>
  bookingNotice(b, 'claimed', {
    title: `已确认名额：${b.title}`,
    body: pending
      ? `${b.session}的名额是您的了，等组织单位审核。`
      : `${b.session}，${when(b, now)}，${b.place}。到场出示预约码。`,
  });

export const lapsedNotice = (b: NoticeFacts): BookingNotice =>
  bookingNotice(b, 'lapsed', {
    title: `名额已过时限：${b.title}`,
    body: `${b.session}的名额没有确认，已给下一位。还想参加，可以重新报名候补。`,
    sms: `候补${b.number}没有按时确认，名额已给下一位。`,
  });

export const overriddenNotice = (b: NoticeFacts, now: Date): BookingNotice =>
  bookingNotice(b, 'overridden', {
    title: `已为您加了名额：${b.title}`,
    body: `${b.session}，${when(b, now)}，${b.place}。到场出示预约码。`,
    sms: `预约${b.number}已加名额，${starts(b, now)}，请按时到场。`,
  });

interface ReservedFacts {
  /** Of the place that was set aside. */
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly offeringId: string;
  readonly session: StoredSession & { readonly id: string; readonly title: string };
}

/** 留位: a place waits for them, whom nobody has booked for yet; of a screening it says nothing. */
export function reservedNotice(r: ReservedFacts, until: Date, now: Date) {
  const by = formatDateTime(until, now);
  const isNeutral = r.kind === 'screening';
  const when = sessionWhen(timedOf(r.session), now);
  return {
    title: isNeutral ? '请查看健康服务通知' : `已为您留名额，请报名：${r.title}`,
    body: isNeutral
      ? `有一个名额为您留到${by}，请打开报名。`
      : `${r.session.title}，${when}。名额为您留到${by}，到时没报名就放出。`,
    link: `/services/${r.offeringId}?s=${r.session.id}`,
    sms: {
      template: 'place_reserved',
      params: { until: by },
      text: `已为您留了一个名额，请在${by}前登录报名，过时放出。`,
    },
    dedupeKey: `reserved:${r.id}`,
  };
}

interface ReservedOff {
  /** Of the place that was set aside. */
  readonly id: string;
  readonly kind: Kind;
  readonly offering: string;
  readonly offeringId: string;
  /** Of the session. */
  readonly title: string;
  readonly sessionId: string;
}

/** The session in which a place waits for them does not take place; of a screening it says nothing. */
export function reservedOffNotice(r: ReservedOff, why: string, now: Date) {
  const isNeutral = r.kind === 'screening';
  return {
    title: isNeutral ? '请查看健康服务通知' : `留的名额没有了：${r.offering}`,
    body: isNeutral
      ? '为您留的名额有变化，请打开查看。'
      : `${r.title}不办了，为您留的名额不用再报。原因：${unstopped(why)}。可以看看其他场次。`,
    link: `/services/${r.offeringId}`,
    dedupeKey: `${reservedOffKey(r.sessionId)}${r.id}:${now.getTime()}`,
  };
}
