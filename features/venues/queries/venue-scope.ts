import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { venues } from '@/db/schema/venues';
import { inScope } from '@/features/organisations/queries/scope';
import type { Actor } from '@/lib/actor';
import { canManageVenues } from '../policy';

/** A WHERE condition over `venues`: those that this officer keeps. */
export const managedVenues = (actor: Actor): SQL =>
  inScope(venues.organisationId, canManageVenues.organisationsOf(actor));

/**
 * A WHERE condition over `venues`: those that this officer keeps, and those of the unions above, which are
 * there for all below them.
 */
export function usableVenues(actor: Actor): SQL {
  const ids = `{${canManageVenues.organisationsOf(actor).join(',')}}`;
  return sql`(${managedVenues(actor)} or exists (select 1 from organisation_closure above
    where above.ancestor_id = ${venues.organisationId} and above.descendant_id = any (${ids}::uuid[])))`;
}
