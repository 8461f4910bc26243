import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { absenceExcuses } from '@/db/schema/absences';
import { bookings } from '@/db/schema/bookings';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/**
 * Who did not come to one session, with what stands of each absence: for 现场豁免 on the roll. The page
 * has shown the roll to this officer already; row-level security is the second net.
 * In the order in which they booked.
 */
export async function listAbsentOf(ctx: Ctx, sessionId: string) {
  return read(ctx, (tx) =>
    tx.db
      .select({
        bookingId: bookings.id,
        number: bookings.number,
        attendee: bookings.attendeeMasked,
        excuse: absenceExcuses.status,
        cause: absenceExcuses.cause,
      })
      .from(bookings)
      .leftJoin(absenceExcuses, eq(absenceExcuses.bookingId, bookings.id))
      .where(and(eq(bookings.sessionId, sessionId), eq(bookings.status, 'absent')))
      .orderBy(asc(bookings.createdAt), asc(bookings.id)),
  );
}

export type AbsentLine = Awaited<ReturnType<typeof listAbsentOf>>[number];
