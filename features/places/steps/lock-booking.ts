import 'server-only';
import {
  type BookingRow,
  findBookingRow,
  lockBookingRow,
} from '@/features/bookings/queries/booking-row';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type LockedAvailability, lockAvailability } from './lock-places';

/**
 * Locks a booking the only way that never deadlocks: its session's capacity row first, then the
 * booking, read again once both are held. Throws NotFound for what the actor may not see.
 */
export async function lockBooking(
  tx: Ctx,
  id: string,
): Promise<{ booking: BookingRow; stock: LockedAvailability }> {
  const seen = await findBookingRow(tx, id);
  if (!seen) throw new NotFound('booking');
  const stock = await lockAvailability(tx, seen.sessionId);
  const booking = await lockBookingRow(tx, id);
  if (!stock || !booking) throw new NotFound('booking');
  return { booking, stock };
}
