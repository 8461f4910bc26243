import 'server-only';
import { and, eq } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import type { BookingRow } from './booking-row';

export type MoveTarget = typeof offeringSessions.$inferSelect;

/** Another session of the booking's offering that still lies ahead; null for anything else: it is gone. */
export async function findMoveTarget(
  tx: Ctx,
  booking: Pick<BookingRow, 'offeringId' | 'offeringStatus'>,
  id: string,
): Promise<MoveTarget | null> {
  const [row] = await tx.db
    .select()
    .from(offeringSessions)
    .where(and(eq(offeringSessions.id, id), eq(offeringSessions.offeringId, booking.offeringId)));
  const over = booking.offeringStatus === 'cancelled' || booking.offeringStatus === 'finished';
  return row && !over && !row.cancelledAt && row.startsAt > tx.now ? row : null;
}
