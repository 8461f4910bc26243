import 'server-only';
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import { asSystem, type Ctx } from '@/lib/ctx';
import { everyPage, type Swept, sweep } from '@/lib/jobs/sweep';
import { read, transaction } from '@/lib/transaction';
import { allocateFreedPlaces } from '../steps/allocate-freed-places';
import { lockAvailability } from '../steps/lock-places';

/**
 * Locks the places of one session and gives what is free to whose turn it is; nothing happens for a
 * session that is gone.
 */
export async function reallocateSession(tx: Ctx, sessionId: string): Promise<void> {
  const stock = await lockAvailability(tx, sessionId);
  if (stock) await allocateFreedPlaces(tx, sessionId, stock);
}

/** Sessions with a free place and people who wait, a page at a time. */
const idleSessions = (tx: Ctx, after: string | null) =>
  tx.db
    .select({ id: sessionCapacity.sessionId })
    .from(sessionCapacity)
    .innerJoin(offeringSessions, eq(offeringSessions.id, sessionCapacity.sessionId))
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(
      and(
        after ? gt(sessionCapacity.sessionId, after) : undefined,
        gt(sessionCapacity.waiting, 0),
        sql`${sessionCapacity.taken} < ${sessionCapacity.capacity}`,
        isNull(offeringSessions.cancelledAt),
        gt(offeringSessions.startsAt, tx.now),
        inArray(offerings.status, ['published', 'open', 'closed']),
        sql`coalesce(${offerings.allocationTerms} #>> '{waitlist,paused}', 'false') <> 'true'`,
      ),
    )
    .orderBy(asc(sessionCapacity.sessionId))
    .limit(100);

/**
 * The net under passing on: sessions in which a place is free while people wait, say because one of
 * them has joined a group since. Each in a transaction of its own.
 * @open run by the clock, as the system
 * @unaudited every place given is, in `allocateFreedPlaces`
 */
export async function reallocateIdlePlaces(ctx: Ctx): Promise<Swept> {
  return sweep(
    'tend_places',
    everyPage((after) => read(asSystem(ctx), (tx) => idleSessions(tx, after))),
    ({ id }) => transaction(asSystem(ctx), (tx) => reallocateSession(tx, id)),
  );
}
