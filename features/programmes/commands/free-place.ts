import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { BookingRow } from '../queries/booking-row';
import { type BookingStatus, holdsPlace } from '../rules/booking';
import type { Places } from '../rules/places';
import { promoteNext } from './promote-next';

/** The counters once the booking holds nothing any more. */
function returned(booking: BookingRow, was: BookingStatus, places: Places): Places {
  if (was === 'waitlisted') return { ...places, waiting: places.waiting - 1 };
  if (!holdsPlace(was)) return places;
  if (booking.isOverride) return { ...places, overridden: places.overridden - 1 };
  return { ...places, taken: places.taken - 1 };
}

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
  const left = returned(booking, was, places);
  const live = booking.offeringStatus !== 'cancelled' && booking.offeringStatus !== 'finished';
  const session = { id: booking.sessionId, startsAt: booking.startsAt, live };
  return promoteNext(tx, session, left);
}
