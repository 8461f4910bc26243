import { type BookingStatus, cancelDeadline, isActive } from '@/features/bookings/rules/booking';

/**
 * Whether a booking's answers may still be completed: while it stands, until its cancel deadline.
 * Source: domain.md §3.9.
 */
export const mayStillAnswer = (
  booking: { status: BookingStatus; startsAt: Date; cancelHours: number },
  now: Date,
): boolean =>
  isActive(booking.status) && now < cancelDeadline(booking.startsAt, booking.cancelHours);
