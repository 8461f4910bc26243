import {
  type BookingNotice,
  bookingNotice,
  type NoticeFacts,
  starts,
  when,
} from '@/features/bookings/rules/booking-notice';
import { unstopped } from '@/lib/text';

export const organiserCancelledNotice = (
  b: NoticeFacts,
  reason: string,
  now: Date,
): BookingNotice =>
  bookingNotice(b, 'organiser_cancelled', {
    title: `组织单位已取消：${b.title}`,
    body: `${b.session}（${when(b, now)}）不办了，原因：${unstopped(reason)}。您的${b.number}已取消，不用再操作。`,
    sms: `预约${b.number}的场次已由组织单位取消，原因请登录查看，不用到场。`,
  });

export const sessionChangedNotice = (b: NoticeFacts, now: Date): BookingNotice =>
  bookingNotice(b, 'rescheduled', {
    title: `时间地点有变：${b.title}`,
    body: `${b.session}改为${when(b, now)}，${b.place}。不能来请提前取消。`,
    sms: `预约${b.number}改为${starts(b, now)}，地点请登录查看。`,
  });
