import 'server-only';
import { eq } from 'drizzle-orm';
import { moveRequests } from '@/db/schema/moves';
import { type BookingRow, lockBookingRow } from '@/features/bookings/queries/booking-row';
import { lockBothSessions } from '@/features/places/steps/lock-both-sessions';
import type { LockedAvailability } from '@/features/places/steps/lock-places';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import type { MoveRequestRow } from '../queries/open-request';

export interface LockedRequest {
  readonly request: MoveRequestRow;
  /** The first asked, then the other of a swap. */
  readonly bookings: readonly BookingRow[];
  readonly left: LockedAvailability;
  readonly taken: LockedAvailability;
}

/**
 * Bookings in order of id, as everywhere; given back in the order asked for. Throws NotFound for one that the
 * actor does not see.
 */
export async function lockBookingsOf(tx: Ctx, ids: readonly string[]): Promise<BookingRow[]> {
  const locked = new Map<string, BookingRow>();
  for (const id of [...ids].sort()) {
    const row = await lockBookingRow(tx, id);
    if (!row) throw new NotFound('booking');
    locked.set(id, row);
  }
  return ids.flatMap((id) => locked.get(id) ?? []);
}

/**
 * Locks all that an answer touches: both capacity rows, the bookings, and the question, read again behind
 * them. As the system: who is asked sees only a booking of their own. Throws NotFound when a session or a
 * booking is not there.
 * @returns null when somebody closed it meanwhile
 */
export async function lockRequest(
  systemTx: Ctx,
  seen: MoveRequestRow,
): Promise<LockedRequest | null> {
  const { left, taken } = await lockBothSessions(systemTx, seen.fromSessionId, seen.toSessionId);
  const ids = [seen.bookingId, ...(seen.otherBookingId ? [seen.otherBookingId] : [])];
  const bookings = await lockBookingsOf(systemTx, ids);
  const [request] = await systemTx.db
    .select()
    .from(moveRequests)
    .where(eq(moveRequests.id, seen.id))
    .for('update');
  if (request?.status !== 'asked') return null;
  return { request, bookings, left, taken };
}
