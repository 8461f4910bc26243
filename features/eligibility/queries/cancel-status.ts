import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { type CancelStatus, cancelStatus } from '../rules/cancel-limit';
import { bookingCancelLimit } from '../settings';

/** How often the attendee of one's own booking has cancelled this offering in 24 hours (B04). */
export async function findCancelStatus(ctx: Ctx, bookingId: string): Promise<CancelStatus> {
  return read(ctx, async (tx) => {
    const { limit } = await readSettings(tx, { limit: bookingCancelLimit });
    const mine = sql`(select b.attendee_id from ${bookings} b where b.id = ${bookingId}::uuid)`;
    const offering = sql`(select b.offering_id from ${bookings} b where b.id = ${bookingId}::uuid)`;
    const rows = await tx.db
      .select({ at: bookings.cancelledAt })
      .from(bookings)
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .where(
        and(
          eq(bookings.attendeeId, mine),
          eq(bookings.offeringId, offering),
          eq(bookings.status, 'cancelled'),
          eq(bookings.mayLeave, false),
          isNull(offeringSessions.cancelledAt),
          gt(bookings.cancelledAt, sql`now() - interval '24 hours'`),
        ),
      );
    const cancelled = rows.flatMap(({ at }) => (at ? [at] : []));
    return cancelStatus(cancelled, limit, tx.now);
  });
}
