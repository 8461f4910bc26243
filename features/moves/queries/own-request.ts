import 'server-only';
import { type BookingRow, findBookingRow } from '@/features/bookings/queries/booking-row';
import { isOwnCase } from '@/features/identity/queries/own-case';
import type { Ctx } from '@/lib/ctx';
import { findOpenRequest } from './open-request';

/**
 * Whether the question that stands about a booking is the officer's own matter (回避): by the booking itself, or
 * by the other of a swap, whose answer it waits for.
 */
export async function isOwnRequest(tx: Ctx, booking: BookingRow): Promise<boolean> {
  if (await isOwnCase(tx, booking)) return true;
  const request = await findOpenRequest(tx, booking.id);
  const otherId = request?.bookingId === booking.id ? request.otherBookingId : request?.bookingId;
  const other = otherId ? await findBookingRow(tx, otherId) : null;
  return other !== null && isOwnCase(tx, other);
}
