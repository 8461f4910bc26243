import 'server-only';
import { eq } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type FormFacts, readForm } from '../queries/form';

export type Offering = typeof offerings.$inferSelect;

/**
 * Locks the form of an offering for an officer who manages it, so that two officers cannot make it
 * contradict itself; anyone else's offering is NotFound. Bookings never take this lock.
 */
export async function lockForm(
  tx: Ctx,
  offeringId: string,
): Promise<{ offering: Offering; form: FormFacts; over: boolean }> {
  const [offering] = await tx.db
    .select()
    .from(offerings)
    .where(eq(offerings.id, offeringId))
    .for('no key update');
  if (!offering) throw new NotFound('offering');
  const path = await organisationPath(tx, offering.organisationId);
  const may = canManageOfferings[offering.kind](tx.actor, path);
  if (!may) throw new NotFound('offering');
  authorize(may);
  const over = offering.status === 'finished' || offering.status === 'cancelled';
  return { offering, form: await readForm(tx, offeringId), over };
}
