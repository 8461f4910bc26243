import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { canManageOfferings } from '../policy';

export type OfferingRow = typeof offerings.$inferSelect;
export type SessionRow = typeof offeringSessions.$inferSelect;

export interface LockedOffering {
  readonly offering: OfferingRow;
  /** The organiser and everything above it, for the policy. */
  readonly path: string[];
  /** Its short name, which members read in the history of their booking. */
  readonly organiser: string;
}

/**
 * Locks an offering for an officer who manages it; anyone else's is NotFound. Officers lock the
 * offering before the capacity rows, and bookings never lock it, so the two cannot deadlock.
 */
export async function lockOffering(tx: Ctx, id: string): Promise<LockedOffering> {
  const [offering] = await tx.db
    .select()
    .from(offerings)
    .where(eq(offerings.id, id))
    .for('no key update');
  if (!offering) throw new NotFound('offering');
  const path = await organisationPath(tx, offering.organisationId);
  if (!canManageOfferings[offering.kind](tx.actor, path)) throw new NotFound('offering');
  const organiser = await findOrganisation(tx, offering.organisationId);
  return { offering, path, organiser: organiser?.shortName ?? '组织单位' };
}

/**
 * A session with its offering, which is locked, for who manages it. Throws NotFound for everyone else, and
 * when there is no such session.
 */
export async function lockSession(
  tx: Ctx,
  id: string,
): Promise<LockedOffering & { session: SessionRow }> {
  const [seen] = await tx.db
    .select({ offeringId: offeringSessions.offeringId })
    .from(offeringSessions)
    .where(eq(offeringSessions.id, id));
  if (!seen) throw new NotFound('session');
  const locked = await lockOffering(tx, seen.offeringId);
  const [session] = await tx.db.select().from(offeringSessions).where(eq(offeringSessions.id, id));
  if (!session) throw new NotFound('session');
  return { ...locked, session };
}

/** What everyone may read of an offering, for the audit: nothing of it is personal. */
export const auditedOffering = (o: Partial<OfferingRow>): Record<string, unknown> => ({
  status: o.status,
  title: o.title,
  visibility: o.visibility,
  needsApproval: o.needsApproval,
  bookingOpensAt: o.bookingOpensAt,
  bookingClosesAt: o.bookingClosesAt,
  cancelHours: o.cancelHours,
  term: o.term,
  rules: o.rules,
});
