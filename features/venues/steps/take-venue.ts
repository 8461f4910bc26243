import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { venues } from '@/db/schema/venues';
import type { Ctx } from '@/lib/ctx';
import { usableVenues } from '../queries/venue-scope';
import type { StoredVenue } from './lock-venue';

/**
 * A place for a session, locked until it is stored: two officers who take one place for one time come one
 * after the other, and nobody closes it meanwhile.
 * @param already the session has it: then it need not be this officer's to choose
 * @returns null when it is closed, unknown, or not for this officer to use
 */
export async function takeVenue(tx: Ctx, id: string, already = false): Promise<StoredVenue | null> {
  const [venue] = await tx.db
    .select()
    .from(venues)
    .where(
      and(eq(venues.id, id), isNull(venues.closedAt), already ? undefined : usableVenues(tx.actor)),
    )
    .for('no key update');
  return venue ?? null;
}
