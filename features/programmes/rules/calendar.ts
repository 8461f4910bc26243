import { type BookingStatus, holdsPlace } from './booking';

/** A calendar keeps what will take place or may; the rest is taken off it (RFC 5546 CANCEL). */
export const isOffTheCalendar = (status: BookingStatus): boolean => !holdsPlace(status);

/** Never changes for a booking, so that phones replace instead of adding. */
export const calendarUid = (bookingId: string): string => `${bookingId}@lianxin`;
