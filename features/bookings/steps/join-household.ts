import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import type { Ctx } from '@/lib/ctx';
import { ownBookings } from '../queries/own-bookings';

/**
 * Siblings who go together: an entry takes the token of a child of the same parents who has entered
 * this session, or both get a new one, the id of this entry. An entry without a sibling's stays alone.
 */
export async function joinHousehold(tx: Ctx, sessionId: string, bookingId: string): Promise<void> {
  const siblings = and(
    eq(bookings.sessionId, sessionId),
    eq(bookings.status, 'entered'),
    ne(bookings.id, bookingId),
    ownBookings(tx),
  );
  const entered = await tx.db
    .select({ householdId: bookings.householdId })
    .from(bookings)
    .where(siblings);
  if (entered.length === 0) return;
  const householdId = entered.find((b) => b.householdId)?.householdId ?? bookingId;
  await tx.db
    .update(bookings)
    .set({ householdId })
    .where(and(siblings, isNull(bookings.householdId)));
  await tx.db.update(bookings).set({ householdId }).where(eq(bookings.id, bookingId));
}
