import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { type AllocationTerms, allocationTerms } from '@/features/offerings/schema/allocation';
import { offeringRules } from '@/features/offerings/schema/offering';
import { organisationPath } from '@/features/organisations/queries/scope';
import { type LockedAvailability, lockAvailability } from '@/features/places/steps/lock-places';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';

/** A session whose draw is being worked on: its places locked, its offering's terms read after it. */
export interface LockedDrawSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly details: Record<string, unknown>;
  readonly place: string;
  readonly offering: typeof offerings.$inferSelect;
  readonly terms: AllocationTerms;
  readonly waitlistMax: number | undefined;
  readonly stock: LockedAvailability;
}

/**
 * Locks the session's places for a step of its draw. An officer who does not manage the offering finds
 * nothing; the system itself may work on every one. Throws NotFound for such an officer, and for a session
 * that there is not.
 */
export async function lockDrawSession(tx: Ctx, sessionId: string): Promise<LockedDrawSession> {
  const stock = await lockAvailability(tx, sessionId);
  const [row] = await tx.db
    .select({ session: offeringSessions, offering: offerings })
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(eq(offeringSessions.id, sessionId));
  if (!stock || !row) throw new NotFound('session');
  const { session, offering } = row;
  const path = await organisationPath(tx, offering.organisationId);
  const may = tx.actor.kind === 'system' || canManageOfferings[offering.kind](tx.actor, path);
  if (!may) throw new NotFound('session');
  const { waitlistMax, lastDraw } = offeringRules.parse(offering.rules);
  const terms = allocationTerms.parse(offering.allocationTerms);
  // 上次未中签的优先, said as a condition, is the same promise as the switch of the draw.
  terms.draw.losersAgain ||= lastDraw === 'losers_first';
  return { ...session, offering, terms, waitlistMax, stock };
}
