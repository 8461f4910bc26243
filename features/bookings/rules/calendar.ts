import { type BookingStatus, holdsPlace } from './booking';

/** A calendar keeps what will take place or may; the rest is taken off it (RFC 5546 CANCEL). */
export const isOffTheCalendar = (status: BookingStatus): boolean => !holdsPlace(status);

/** Never changes for a booking, so that phones replace instead of adding. */
export const calendarUid = (bookingId: string): string => `${bookingId}@lianxin`;

/**
 * A place as a map finds it: with the town or district of the union whose area it lies in, unless the
 * officer wrote it already.
 * @param union its full name, 桥圩镇总工会
 */
export function placeInTown(place: string, union: string | null): string {
  const area = /^(.{1,20}?[镇乡区县市]|.{1,20}?街道)/.exec(union ?? '')?.[1];
  const short = area?.slice(-3);
  return area && short && !place.includes(short) ? `${area}${place}` : place;
}
