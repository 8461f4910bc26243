import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { canDecideBookings } from '@/features/bookings/policy';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';

/**
 * An offering that the officer may book for: whose bookings they decide, and that is published. Throws
 * NotFound for any other.
 */
export async function getBookableOffering(tx: Ctx, id: string) {
  const [offering] = await tx.db
    .select()
    .from(offerings)
    .where(and(eq(offerings.id, id), ne(offerings.status, 'draft')));
  if (!offering) throw new NotFound('offering');
  const path = await organisationPath(tx, offering.organisationId);
  if (!canDecideBookings[offering.kind](tx.actor, path)) throw new NotFound('offering');
  const organiser = await findOrganisation(tx, offering.organisationId);
  return { offering, path, organiser: organiser?.shortName ?? '组织单位' };
}
