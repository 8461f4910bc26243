import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { BookingRow } from '../queries/booking-row';
import { type BookingStatus, holdsPlace } from '../rules/booking';
import type { Places } from '../rules/places';
import { promoteNext } from './promote-next';

/**
 * Gives back what a booking held when it ended, a place or a spot in the queue, and passes the place
 * on in the same transaction. Call it under the lock, after the booking has moved.
 * @param was the booking's status before it ended
 */
export async function freePlace(
  tx: Ctx,
  booking: BookingRow,
  was: BookingStatus,
  places: Places,
): Promise<Places> {
  const left = holdsPlace(was)
    ? { ...places, taken: places.taken - 1 }
    : { ...places, waiting: places.waiting - 1 };
  const live = booking.offeringStatus !== 'cancelled' && booking.offeringStatus !== 'finished';
  const session = { id: booking.sessionId, startsAt: booking.startsAt, live };
  return promoteNext(tx, session, left);
}
