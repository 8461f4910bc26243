import type { BookingStatus } from '@/features/bookings/rules/booking';
import {
  type BookingNotice,
  bookingNotice,
  type NoticeFacts,
  starts,
  when,
} from '@/features/bookings/rules/booking-notice';
import { entryText } from '@/features/draws/rules/entry-text';
import { unstopped } from '@/lib/text';

export const bookedNotice = (b: NoticeFacts, now: Date): BookingNotice =>
  bookingNotice(b, 'booked', {
    title: `已预约：${b.title}`,
    body: `${b.session}，${when(b, now)}，${b.place}。到场出示预约码。`,
  });

export const pendingNotice = (b: NoticeFacts, due: string): BookingNotice =>
  bookingNotice(b, 'pending', {
    title: `已报名，等审核：${b.title}`,
    body: `${b.number} 名额已为您留着，${due}前答复。`,
  });

export const waitlistedNotice = (b: NoticeFacts, position: number): BookingNotice =>
  bookingNotice(b, 'waitlisted', {
    title: `已候补：${b.title}`,
    body: `${b.session}已满，您排第 ${position} 位。有名额会按顺序给，轮到马上通知您。`,
  });

const afterEntered: Partial<Record<BookingStatus, string>> = {
  pending: '已报名，等组织单位审核',
  waitlisted: '已满，排在候补，轮到会通知您',
  entered: '已报名，等抽签',
};

/** 代办: they were not at the screen, so it is told with a text, by whom, and what to do if it is wrong. */
export const bookedForNotice = (
  b: NoticeFacts,
  { by, status }: { by: string; status: BookingStatus },
  now: Date,
): BookingNotice =>
  bookingNotice(b, 'booked_for', {
    title: `${by}，已为您报名：${b.title}`,
    body: `${b.session}，${when(b, now)}，${b.place}。${afterEntered[status] ?? '到场出示预约码'}。不是您要报的，请取消或打电话。`,
    sms: `已为您代办报名${b.number}，${starts(b, now)}。不是您要报的请登录取消。`,
  });

export const approvedBookingNotice = (b: NoticeFacts, now: Date): BookingNotice =>
  bookingNotice(b, 'approved', {
    title: `报名已通过：${b.title}`,
    body: `${b.session}，${when(b, now)}，${b.place}。到场出示预约码。`,
    sms: `报名${b.number}已通过，${starts(b, now)}，请按时到场。`,
  });

export const refusedBookingNotice = (b: NoticeFacts, reason: string): BookingNotice =>
  bookingNotice(b, 'refused', {
    title: `报名未通过：${b.title}`,
    body: `原因：${unstopped(reason)}。可以看看其他场次，或联系组织单位。`,
    sms: `报名${b.number}未通过，原因请登录查看。`,
  });

export const sentBackBookingNotice = (
  b: NoticeFacts,
  f: { fields: readonly string[]; reason: string },
): BookingNotice =>
  bookingNotice(b, 'sent_back', {
    title: `报名要补正：${b.title}`,
    body: `${[...f.fields, unstopped(f.reason)].join('。')}。名额仍为您留着，补好后重新提交。`,
    sms: `报名${b.number}要补正，名额仍为您留着，请登录处理。`,
  });

export const cancelledNotice = (b: NoticeFacts): BookingNotice =>
  bookingNotice(b, 'cancelled', {
    title: `已取消：${b.title}`,
    body: `${b.number} 已取消，名额已退回。`,
  });

export const enteredNotice = (b: NoticeFacts, entryNo: number): BookingNotice =>
  bookingNotice(b, 'entered', {
    title: `已报名，等抽签：${b.title}`,
    body: `${b.session}，报名号 ${entryText(entryNo)}。先报后报不影响结果，抽签后通知您。`,
  });

/** Moved by the person to another half-day. */
export const movedNotice = (b: NoticeFacts, now: Date): BookingNotice =>
  bookingNotice(b, 'moved', {
    title: `已改期：${b.title}`,
    body: `${b.number}改到${when(b, now)}，${b.place}。`,
  });
