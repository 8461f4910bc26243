import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { carveOuts, offeringSessions, type offerings } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import type { DatedOffering } from '../rules/dates-in-order';
import { allocationTerms } from '../schema/allocation';
import { offeringRules } from '../schema/offering';
import { listSessionsOf } from './sessions-of';

type Stored = Pick<
  typeof offerings.$inferSelect,
  'id' | 'bookingOpensAt' | 'bookingClosesAt' | 'allocation' | 'allocationTerms' | 'rules'
>;

/** Every date of an offering that depends on another, as it stands now. */
export async function readDated(tx: Ctx, offering: Stored): Promise<DatedOffering> {
  const sessions = await listSessionsOf(tx, offering.id);
  const carveOutRows = await tx.db
    .select({
      sessionId: carveOuts.sessionId,
      label: carveOuts.label,
      returnsAt: carveOuts.returnsAt,
      returnedAt: carveOuts.returnedAt,
    })
    .from(carveOuts)
    .innerJoin(offeringSessions, eq(offeringSessions.id, carveOuts.sessionId))
    .where(eq(offeringSessions.offeringId, offering.id))
    .orderBy(asc(offeringSessions.startsAt), asc(carveOuts.position));
  return {
    bookingOpensAt: offering.bookingOpensAt,
    bookingClosesAt: offering.bookingClosesAt,
    allocation: offering.allocation,
    terms: allocationTerms.parse(offering.allocationTerms),
    rules: offeringRules.parse(offering.rules),
    sessions: sessions.filter((s) => s.cancelledAt === null),
    carveOuts: carveOutRows,
  };
}
