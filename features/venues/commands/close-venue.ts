import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { venues } from '@/db/schema/venues';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageVenues } from '../policy';
import { decideClosingVenue } from '../rules/venue';
import type { CloseVenueInput, ReopenVenueInput } from '../schema/venue';
import { lockManagedVenue } from '../steps/lock-venue';

/** Sessions to come in it, drafts too, and when the next begins. */
async function comingIn(tx: Ctx, venueId: string): Promise<{ n: number; first: Date | null }> {
  const [row] = await tx.db.execute<{ n: number; first: string | null }>(sql`
    select count(*)::int as n, min(s.starts_at)::text as first
    from offering_sessions s join offerings o on o.id = s.offering_id
    where s.venue_id = ${venueId} and s.cancelled_at is null and s.ends_at > now()
      and o.status not in ('finished', 'cancelled')`);
  return { n: row?.n ?? 0, first: row?.first ? new Date(row.first) : null };
}

/**
 * Takes a place off the register: nothing can be scheduled in it any more; past sessions still name it.
 * Throws NotFound for a place that is not this officer's.
 * Refuses `in_use` with the number of `sessions` to come and when the `first` begins; `stale` when someone
 * else saved, or closed it, since the page was shown.
 */
export async function closeVenue(
  ctx: Ctx,
  { venueId, version, reason }: CloseVenueInput,
): Promise<Result<{ venueId: string }, 'in_use' | 'stale'>> {
  return transaction(ctx, async (tx): Promise<Result<{ venueId: string }, 'in_use' | 'stale'>> => {
    const { venue, path } = await lockManagedVenue(tx, venueId);
    authorize(canManageVenues(tx.actor, path));
    if (venue.version !== version || venue.closedAt) return refuse('stale');
    const { n, first } = await comingIn(tx, venueId);
    const stop = decideClosingVenue(n);
    if (stop && first) {
      return refuse(stop, { detail: { sessions: n, first: formatDateTime(first, tx.now) } });
    }
    await tx.db
      .update(venues)
      .set({ closedAt: tx.now, closedReason: reason, version: version + 1 })
      .where(eq(venues.id, venueId));
    await recordAudit(tx, {
      action: 'close_venue',
      entityType: 'venue',
      entityId: venueId,
      organisationId: venue.organisationId,
      before: { name: venue.name },
      reason,
    });
    return ok({ venueId });
  });
}

/**
 * Puts a closed place back on the register. Throws NotFound for a place that is not this officer's.
 * Refuses `name_taken` when its organisation has an open one of this name by now; `stale` when it is open
 * again already or was changed since the page was shown.
 */
export async function reopenVenue(
  ctx: Ctx,
  { venueId, version }: ReopenVenueInput,
): Promise<Result<{ venueId: string }, 'name_taken' | 'stale'>> {
  try {
    return await transaction(ctx, async (tx) => {
      const { venue, path } = await lockManagedVenue(tx, venueId);
      authorize(canManageVenues(tx.actor, path));
      if (venue.version !== version || !venue.closedAt) return refuse('stale');
      await tx.db
        .update(venues)
        .set({ closedAt: null, closedReason: null, version: version + 1 })
        .where(eq(venues.id, venueId));
      await recordAudit(tx, {
        action: 'reopen_venue',
        entityType: 'venue',
        entityId: venueId,
        organisationId: venue.organisationId,
        after: { name: venue.name },
      });
      return ok({ venueId });
    });
  } catch (error) {
    if (violates(error, 'venues_name_idx')) return refuse('name_taken');
    throw error;
  }
}
