import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { offeringPhase } from '../rules/offering';
import { managedOfferings } from './desk-scope';
import { listSessionsOf } from './sessions-of';

async function found(tx: Ctx, id: string) {
  const [row] = await tx.db
    .select({ offering: offerings, organiser: organisations.shortName })
    .from(offerings)
    .innerJoin(organisations, eq(organisations.id, offerings.organisationId))
    .where(and(eq(offerings.id, id), managedOfferings(tx.actor)));
  if (!row) throw new NotFound('offering');
  return row;
}

/** Bookings per session and status; the ledger of seats is drawn from these. */
async function countsOf(tx: Ctx, offeringId: string) {
  return tx.db
    .select({
      sessionId: bookings.sessionId,
      status: bookings.status,
      n: sql<number>`count(*)::int`,
    })
    .from(bookings)
    .where(eq(bookings.offeringId, offeringId))
    .groupBy(bookings.sessionId, bookings.status);
}

/** One offering with its sessions and seat counts, for the officers who manage it; else NotFound. */
export async function getDeskOffering(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound('offering');
  return read(ctx, async (tx) => {
    const { offering, organiser } = await found(tx, id);
    const [sessions, counts] = await Promise.all([listSessionsOf(tx, id), countsOf(tx, id)]);
    const live = sessions.filter((s) => s.cancelledAt === null);
    const ends = live.map((s) => s.endsAt.getTime());
    const lastEndsAt = ends.length > 0 ? new Date(Math.max(...ends)) : null;
    const phase = offeringPhase({ ...offering, lastEndsAt }, tx.now);
    return { ...offering, organiser, sessions, live, counts, lastEndsAt, phase, now: tx.now };
  });
}

export type DeskOffering = Awaited<ReturnType<typeof getDeskOffering>>;
