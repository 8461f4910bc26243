import {
  type BookingNotice,
  bookingNotice,
  type NoticeFacts,
} from '@/features/bookings/rules/booking-notice';

/** After a no-show: how many there are, what the next one means, and the way to appeal. */
export const absentNotice = (b: NoticeFacts, consequence: string): BookingNotice =>
  bookingNotice(b, 'absent', {
    title: `您没有到场：${b.title}`,
    body: `${b.session}记为爽约。${consequence}有正当原因可以申诉。`,
  });
