import 'server-only';
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/programmes';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read, transaction } from '@/lib/transaction';
import { lockStock } from './lock-places';
import { passOn } from './pass-on';

/** Locks one session and gives what is free to whose turn it is. */
export async function settleSession(tx: Ctx, sessionId: string): Promise<void> {
  const stock = await lockStock(tx, sessionId);
  if (stock) await passOn(tx, sessionId, stock);
}

/**
 * The net under passing on: sessions in which a place is free while people wait, say because one of
 * them has joined a group since. Each in a transaction of its own.
 * @open run by the clock, as the house
 * @unaudited every place given is, in `passOn`
 */
export async function settlePlaces(ctx: Ctx): Promise<number> {
  const idle = await read(asSystem(ctx), (tx) =>
    tx.db
      .select({ id: sessionCapacity.sessionId })
      .from(sessionCapacity)
      .innerJoin(offeringSessions, eq(offeringSessions.id, sessionCapacity.sessionId))
      .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
      .where(
        and(
          gt(sessionCapacity.waiting, 0),
          sql`${sessionCapacity.taken} < ${sessionCapacity.capacity}`,
          isNull(offeringSessions.cancelledAt),
          gt(offeringSessions.startsAt, tx.now),
          inArray(offerings.status, ['published', 'open', 'closed']),
          sql`coalesce(${offerings.allocationTerms} #>> '{waitlist,paused}', 'false') <> 'true'`,
        ),
      )
      .orderBy(asc(sessionCapacity.sessionId))
      .limit(100),
  );
  for (const { id } of idle) await transaction(asSystem(ctx), (tx) => settleSession(tx, id));
  return idle.length;
}
