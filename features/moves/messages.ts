import {
  type BookingNotice,
  bookingNotice,
  type NoticeFacts,
  starts,
  when,
} from '@/features/bookings/rules/booking-notice';
import { formatDateTime } from '@/lib/dates';
import { unstopped } from '@/lib/text';

interface Asked {
  readonly reason: string;
  readonly until: Date;
  /** What silence means. */
  readonly silence: string;
}

/**
 * Whether they go over to another session: which, why, and until when to say so.
 * @param b the booking, as it would be in the other session
 */
export const moveAskedNotice = (b: NoticeFacts, asked: Asked, now: Date): BookingNotice =>
  bookingNotice(b, 'move_asked', {
    title: `能换场次吗，请答复：${b.title}`,
    body: `想请您换到${b.session}，${when(b, now)}，${b.place}。原因：${unstopped(asked.reason)}。请在${formatDateTime(asked.until, now)}前答复，${asked.silence}。`,
    sms: `预约${b.number}能不能换到${starts(b, now)}，请在${formatDateTime(asked.until, now)}前登录答复。`,
  });

/** They go over: by consent, or since only the room is another. */
export const movedByDeskNotice = (b: NoticeFacts, now: Date): BookingNotice =>
  bookingNotice(b, 'moved_by_desk', {
    title: `已换场次：${b.title}`,
    body: `${b.number}换到${b.session}，${when(b, now)}，${b.place}。到场出示预约码。`,
    sms: `预约${b.number}已换到${starts(b, now)}，地点请登录查看。`,
  });

/** Nothing came of it: everything stays as it is. */
export const moveEndedAsIsNotice = (b: NoticeFacts, why: string, now: Date): BookingNotice =>
  bookingNotice(b, 'move_off', {
    title: `场次不变：${b.title}`,
    body: `${why}。您的${b.number}还是${b.session}，${when(b, now)}，${b.place}。`,
    sms: `预约${b.number}场次不变，还是${starts(b, now)}。`,
  });
