import { formatDateTime } from '@/lib/dates';
import {
  type BookingNotice,
  bookingNotice,
  type NoticeFacts,
  starts,
  when,
} from './booking-notice';
import { askWords } from './moved';

/** A session was moved under who holds a place in it: until when to say whether it suits. */
export const movedUnderNotice = (
  b: NoticeFacts,
  asked: { until: Date; silence: 'keep' | 'release'; ineligible: string | null },
  now: Date,
): BookingNotice =>
  bookingNotice(b, 'rescheduled', {
    title: `时间改了，请答复：${b.title}`,
    body: asked.ineligible
      ? `${b.session}改为${when(b, now)}。那天您不符合条件：${asked.ineligible}。请看看其他场次，名额留到${formatDateTime(asked.until, now)}。`
      : `${b.session}改为${when(b, now)}，${b.place}。${askWords(asked.until, asked.silence, now)}。`,
    sms: `预约${b.number}改为${starts(b, now)}，请在${formatDateTime(asked.until, now)}前登录答复能不能来。`,
  });

/** The place went on after a move: the new day does not fit them, or no answer came. */
export const moveEndedNotice = (b: NoticeFacts, reason: string): BookingNotice =>
  bookingNotice(b, 'move_ended', {
    title: `改时间后没有留下名额：${b.title}`,
    body: `${b.session}：${reason}。您的${b.number}已取消，可以看看其他场次。`,
    sms: `预约${b.number}改时间后已取消，原因请登录查看。`,
  });
