import {
  type BookingNotice,
  type BookingWords,
  bookingNotice,
  type NoticeFacts,
  starts,
  when,
} from '@/features/bookings/rules/booking-notice';
import type { DrawnEntry } from '@/features/bookings/rules/drawn';
import { entryText } from './rules/entry-text';

/** Before a list is sealed: why somebody's entry is not in it. */
export const leftOutNotice = (b: NoticeFacts, reason: string): BookingNotice =>
  bookingNotice(b, 'skipped', {
    title: `没有进入抽签：${b.title}`,
    body: `封存名单时再核对了条件：${reason}。可以看看其他服务。`,
    sms: `报名${b.number}没有进入抽签，原因请登录查看。`,
  });

/** What the draw came to for one number. */
export interface DrawnFacts {
  readonly entryNo: number;
  readonly rank: number;
  /** Place in the queue; null with a place or without either. */
  readonly position: number | null;
  /** Why a winner does not get the place. */
  readonly ineligible?: string | null;
}

export const drawnNotice = (
  b: NoticeFacts,
  status: DrawnEntry['status'],
  d: DrawnFacts,
  now: Date,
): BookingNotice => {
  const no = entryText(d.entryNo);
  const about = `报名号 ${no} 排第 ${d.rank} 位`;
  const words: Record<typeof status, BookingWords> = {
    booked: {
      title: `抽中了：${b.title}`,
      body: `${about}。${b.session}，${when(b, now)}，${b.place}。不去请提前取消。`,
      sms: `抽中了，预约号${b.number}，${starts(b, now)}。不去请提前取消。`,
    },
    pending: {
      title: `抽中了，等审核：${b.title}`,
      body: `${about}。名额已为您留着，审核结果会通知您。`,
      sms: `报名${b.number}抽中了，名额已为您留着，等审核。`,
    },
    waitlisted: {
      title: `没有抽中，候补第 ${d.position} 位：${b.title}`,
      body: `${about}。有人放弃会按顺序通知您。`,
      sms: `报名${b.number}没有抽中，候补第${d.position}位，有人放弃会按顺序通知您。`,
    },
    not_drawn: {
      title: `没有抽中：${b.title}`,
      body: `${about}，名额和候补都已满。可以看看其他班。`,
      sms: `报名${b.number}没有抽中，结果请登录查看。`,
    },
    refused: {
      title: `抽中的名额给了下一位：${b.title}`,
      body: `${about}，但现在不符合条件：${d.ineligible ?? '请看预约详情'}。`,
      sms: `报名${b.number}抽中时已不符合条件，名额给了下一位，原因请登录查看。`,
    },
  };
  return bookingNotice(b, 'drawn', words[status]);
};
