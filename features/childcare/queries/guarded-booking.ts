import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { guardians } from '@/db/schema/family';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { isGuardian } from '@/features/family/policy';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';

/**
 * A child's place in a class, for its confirmed guardians, whichever of them booked it; for everyone
 * else it does not exist. Throws NotFound then, and for a place that is not on the roll.
 */
export async function guardedBooking(tx: Ctx, bookingId: string) {
  if (!isUuid(bookingId)) throw new NotFound('booking');
  const [row] = await tx.db
    .select({
      bookingId: bookings.id,
      status: bookings.status,
      childId: guardians.childId,
      sessionId: bookings.sessionId,
      organiserId: bookings.organiserId,
      answers: bookings.answersSealed,
      title: offerings.title,
      contactPhone: offerings.contactPhone,
      startsAt: offeringSessions.startsAt,
      endsAt: offeringSessions.endsAt,
      details: offeringSessions.details,
      guardianIds: sql<string[]>`array_agg(${guardians.personId})`,
    })
    .from(bookings)
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
    .innerJoin(
      guardians,
      and(eq(guardians.childId, bookings.childId), eq(guardians.status, 'confirmed')),
    )
    .where(
      and(
        eq(bookings.id, bookingId),
        eq(bookings.kind, 'childcare'),
        inArray(bookings.status, [...onTheRoll]),
        sql`${bookings.childId} in (select app_children())`,
      ),
    )
    .groupBy(bookings.id, guardians.childId, offerings.id, offeringSessions.id);
  if (!row || !isGuardian(tx.actor, row.guardianIds)) throw new NotFound('booking');
  return row;
}

export type GuardedBooking = Awaited<ReturnType<typeof guardedBooking>>;
