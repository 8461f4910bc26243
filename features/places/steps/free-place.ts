import 'server-only';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import type { Ctx } from '@/lib/ctx';
import { releasePlace } from '../rules/availability';
import { allocateFreedPlaces } from './allocate-freed-places';
import type { LockedAvailability } from './lock-places';

/**
 * Gives back what a booking held when it ended, a place or a spot in the queue, and passes the place
 * on in the same transaction. Call it under the lock, after the booking has moved.
 * @param was the booking's status before it ended
 */
export async function freePlace(
  tx: Ctx,
  booking: Pick<BookingRow, 'sessionId' | 'carveOutId' | 'isOverride'>,
  was: BookingStatus,
  stock: LockedAvailability,
): Promise<LockedAvailability> {
  const { sessionId, carveOutId, isOverride } = booking;
  return allocateFreedPlaces(
    tx,
    sessionId,
    releasePlace(stock, { status: was, carveOutId, isOverride }),
  );
}
