import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { venues } from '@/db/schema/venues';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { canManageVenues } from '../policy';
import { mapLinkError } from '../rules/venue';
import type { AddVenueInput, ChangeVenueInput } from '../schema/venue';
import { venueMapSites } from '../settings';
import { lockManagedVenue } from '../steps/lock-venue';

type Refused = 'name_taken' | 'not_a_town' | 'bad_map_link';
type Facts = Pick<AddVenueInput, 'name' | 'townId' | 'address' | 'mapUrl' | 'capacity'>;

/** The town must be one; a link may lead to a map only. */
async function refusedFacts(tx: Ctx, { townId, mapUrl }: Facts): Promise<Refusal<Refused> | null> {
  const town = townId ? await findOrganisation(tx, townId) : null;
  if (townId && town?.kind !== 'town_federation') {
    return refuse('not_a_town', { fieldErrors: { townId: '请重新选择' } });
  }
  const { sites } = await readSettings(tx, { sites: venueMapSites });
  const wrong = mapLinkError(mapUrl, sites);
  return wrong ? refuse('bad_map_link', { fieldErrors: { mapUrl: wrong } }) : null;
}

function takenName(error: unknown): Refusal<'name_taken'> {
  if (!violates(error, 'venues_name_idx')) throw error;
  return refuse('name_taken', { fieldErrors: { name: '这个单位已有同名的地点' } });
}

const shown = ({ name, townId, address, mapUrl, capacity }: Facts) => ({
  ...{ name, townId, address, mapUrl, capacity },
});

/**
 * Enters a place into the register of an organisation. Throws NotFound for an organisation that there is
 * not.
 * Refuses `name_taken` when the organisation has an open one of this name; `organisation_closed`;
 * `not_a_town`; `bad_map_link` with words for `mapUrl`.
 */
export async function addVenue(
  ctx: Ctx,
  { organisationId, ...facts }: AddVenueInput,
): Promise<Result<{ venueId: string }, Refused | 'organisation_closed'>> {
  try {
    return await transaction(ctx, async (tx) => {
      authorize(canManageVenues(tx.actor, await organisationPath(tx, organisationId)));
      const keeper = await findOrganisation(tx, organisationId);
      if (!keeper) throw new NotFound('organisation');
      if (keeper.closedAt) return refuse('organisation_closed');
      const refused = await refusedFacts(tx, facts);
      if (refused) return refused;
      const id = newId();
      await tx.db.insert(venues).values({ id, organisationId, ...facts });
      await recordAudit(tx, {
        action: 'add_venue',
        entityType: 'venue',
        entityId: id,
        organisationId,
        after: shown(facts),
      });
      return ok({ venueId: id });
    });
  } catch (error) {
    return takenName(error);
  }
}

/**
 * Changes what the register says of a place. Sessions show the new address at once; the name that their
 * notices carried stays. Throws NotFound for a place that is not this officer's.
 * Refuses `changed_meanwhile` with the present `version` when someone else saved since; `closed`; `name_taken`; `not_a_town`;
 * `bad_map_link` with words for `mapUrl`.
 */
export async function changeVenue(
  ctx: Ctx,
  { venueId, version, ...facts }: ChangeVenueInput,
): Promise<Result<{ venueId: string }, Refused | 'changed_meanwhile' | 'closed'>> {
  try {
    return await transaction(ctx, async (tx) => {
      const { venue, path } = await lockManagedVenue(tx, venueId);
      authorize(canManageVenues(tx.actor, path));
      if (venue.closedAt) return refuse('closed');
      if (venue.version !== version) {
        return refuse('changed_meanwhile', { detail: { version: venue.version } });
      }
      const refused = await refusedFacts(tx, facts);
      if (refused) return refused;
      await tx.db
        .update(venues)
        .set({ ...facts, version: sql`${venues.version} + 1` })
        .where(and(eq(venues.id, venueId), eq(venues.version, version)));
      await recordAudit(tx, {
        action: 'change_venue',
        entityType: 'venue',
        entityId: venueId,
        organisationId: venue.organisationId,
        before: shown(venue),
        after: shown(facts),
      });
      return ok({ venueId });
    });
  } catch (error) {
    return takenName(error);
  }
}
