import 'server-only';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { openBookingStatuses } from '@/features/bookings/rules/booking';
import type { Misfit } from '@/features/bookings/rules/misfit';
import type { Ctx } from '@/lib/ctx';
import { misfitAfter } from '../rules/identity-fit';
import { ineligibleWords } from '../rules/ineligibility';
import { gatherFacts } from './facts';

/**
 * What an officer should know before a birth date or sex is put right: the bookings ahead whose conditions
 * it would no longer meet. Nothing is taken by it. As the system: the conditions may lie out of sight.
 * In order of time.
 */
export async function listMisfits(
  systemTx: Ctx,
  attendeeId: string,
  right: { birthOn: string | null; sex: 'male' | 'female' | null },
): Promise<Misfit[]> {
  const rows = await systemTx.db
    .select({
      bookingId: bookings.id,
      kind: bookings.kind,
      status: bookings.status,
      offeringId: bookings.offeringId,
      sessionId: bookings.sessionId,
      personId: bookings.personId,
      childId: bookings.childId,
      title: offerings.title,
      startsAt: offeringSessions.startsAt,
    })
    .from(bookings)
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .where(
      and(
        eq(bookings.attendeeId, attendeeId),
        inArray(bookings.status, [...openBookingStatuses]),
        gt(offeringSessions.endsAt, systemTx.now),
      ),
    )
    .orderBy(asc(offeringSessions.startsAt));
  const found: Misfit[] = [];
  for (const { offeringId, sessionId, personId, childId, ...shown } of rows) {
    const gathered = await gatherFacts(systemTx, { offeringId, sessionId, personId, childId });
    const check = gathered && misfitAfter(gathered.facts, right);
    // Read by officers and by the person alike.
    if (check) found.push({ ...shown, why: ineligibleWords(check).replaceAll('您', '本人') });
  }
  return found;
}
