import 'server-only';
import { and, eq } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { offeringPhase } from '@/features/offerings/rules/offering';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { readOfferHours } from '@/features/places/queries/waitlist-context';
import { offerDeadline } from '@/features/places/rules/deadline';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';

/**
 * The session that a list is for, with what judging and granting need. Only where names come from
 * unions; a draft, or an offering for another organisation's subtree, is NotFound.
 * @param path the naming union and everything above it
 * @returns `coming` until it begins or is called off; `open` while it takes names besides
 */
export async function getUnitTarget(
  tx: Ctx,
  asked: { offeringId: string; sessionId: string },
  path: readonly string[],
) {
  const [row] = await tx.db
    .select({ offering: offerings, session: offeringSessions })
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(and(eq(offeringSessions.id, asked.sessionId), eq(offerings.id, asked.offeringId)));
  if (!row) throw new NotFound('session');
  const { offering, session } = row;
  const hidden = offering.visibility === 'subtree' && !path.includes(offering.organisationId);
  if (offering.status === 'draft' || offering.allocation !== 'unit' || hidden) {
    throw new NotFound('offering');
  }
  const phase = offeringPhase({ ...offering, lastEndsAt: session.endsAt }, tx.now);
  const coming = phase !== 'cancelled' && session.cancelledAt === null && session.startsAt > tx.now;
  return { offering, session, coming, open: coming && phase === 'open' };
}

export type UnitTarget = Awaited<ReturnType<typeof getUnitTarget>>;

/** Until when a named worker is asked to say yes: the hours of the offering, at most its beginning. */
export async function confirmUntil(tx: Ctx, { offering, session }: UnitTarget): Promise<Date> {
  const { waitlist } = allocationTerms.parse(offering.allocationTerms);
  const [hours, calendar] = await Promise.all([readOfferHours(tx, waitlist), readWorkCalendar(tx)]);
  const { startsAt } = session;
  return offerDeadline({ now: tx.now, startsAt, hours, calendar }) ?? startsAt;
}
