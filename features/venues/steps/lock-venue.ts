import 'server-only';
import { eq } from 'drizzle-orm';
import { venues } from '@/db/schema/venues';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { canManageVenues } from '../policy';

export type StoredVenue = typeof venues.$inferSelect;

/** A place with the path of its keeper, locked for who keeps it. Throws NotFound for everyone else. */
export async function lockManagedVenue(
  tx: Ctx,
  id: string,
): Promise<{ venue: StoredVenue; path: string[] }> {
  const [venue] = await tx.db.select().from(venues).where(eq(venues.id, id)).for('update');
  const path = venue ? await organisationPath(tx, venue.organisationId) : [];
  if (!venue || !canManageVenues(tx.actor, path)) throw new NotFound('venue');
  return { venue, path };
}
