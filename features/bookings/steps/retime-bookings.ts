import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import type { Ctx } from '@/lib/ctx';
import { openBookingStatuses } from '../rules/booking';
import { askedWhenMoved } from '../rules/moved';

/**
 * Carries a session's new meetings into its open bookings, where overlap is judged, by one statement.
 * With `answerBy` whoever holds a place is asked until then and free to leave; a place on offer is asked
 * about already, but not beyond the new start.
 * @param period the meetings as a multirange literal
 * @returns the ids of those carried along
 */
export async function retimeBookings(
  tx: Ctx,
  sessionId: string,
  { period, startsAt, answerBy }: { period: string; startsAt: Date; answerBy: Date | null },
): Promise<string[]> {
  const asked = inArray(bookings.status, [...askedWhenMoved]);
  const moved = await tx.db
    .update(bookings)
    .set({
      period,
      calendarSequence: sql`${bookings.calendarSequence} + 1`,
      version: sql`${bookings.version} + 1`,
      updatedAt: tx.now,
      ...(answerBy && {
        answerBy: sql`case when ${asked} then ${answerBy.toISOString()}::timestamptz end`,
        mayLeave: asked,
        offerExpiresAt: sql`case when ${bookings.offerExpiresAt} is not null
          then least(${bookings.offerExpiresAt}, ${startsAt.toISOString()}::timestamptz) end`,
      }),
    })
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.status, openBookingStatuses)))
    .returning({ id: bookings.id });
  return moved.map((row) => row.id);
}
