import 'server-only';
import { and, asc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { venues } from '@/db/schema/venues';
import type { Ctx } from '@/lib/ctx';
import { timedOf } from '../rules/meetings';
import type { VenueUse } from '../rules/venue-use';
import { sessionDetails } from '../schema/offering';
import { managedOfferings } from './desk-scope';

/**
 * What stands in some venues between two instants, of every organiser and drafts too, in order of time.
 * The title is left out (null) where this officer may not read the offering.
 */
export async function listVenueUses(
  tx: Ctx,
  venueIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<VenueUse[]> {
  if (venueIds.length === 0) return [];
  const open = sql`(${offerings.status} <> 'draft' and ${offerings.visibility} = 'all')`;
  const rows = await tx.db
    .select({
      sessionId: offeringSessions.id,
      venueId: venues.id,
      venue: venues.name,
      startsAt: offeringSessions.startsAt,
      endsAt: offeringSessions.endsAt,
      details: offeringSessions.details,
      organiser: organisations.shortName,
      title: sql<string | null>`case when ${open} or ${managedOfferings(tx.actor)}
        then ${offerings.title} end`,
    })
    .from(offeringSessions)
    .innerJoin(venues, eq(venues.id, offeringSessions.venueId))
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .innerJoin(organisations, eq(organisations.id, offerings.organisationId))
    .where(
      and(
        inArray(offeringSessions.venueId, [...venueIds]),
        isNull(offeringSessions.cancelledAt),
        ne(offerings.status, 'cancelled'),
        lt(offeringSessions.startsAt, to),
        gt(offeringSessions.endsAt, from),
      ),
    )
    .orderBy(asc(offeringSessions.startsAt), asc(offeringSessions.id));
  return rows.map(({ startsAt, endsAt, details, ...row }) => ({
    ...row,
    room: sessionDetails.parse(details).room,
    times: timedOf({ startsAt, endsAt, details }),
  }));
}
