import 'server-only';
import { and, eq } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { ownBookingsIn } from '@/features/bookings/queries/own-in-session';
import { withReadAudit } from '@/features/bookings/queries/with-read-audit';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { managedOfferings } from '@/features/offerings/queries/desk-scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { rollLines } from './roll-lines';

/** The roll of one session of an offering the officer manages, masked; else NotFound. */
export async function getRoll(ctx: Ctx, offering: DeskOffering, sessionId: string) {
  const session = offering.sessions.find((s) => s.id === sessionId);
  if (!session) throw new NotFound('session');
  return withReadAudit(ctx, offering, async (tx) => {
    const own = await ownBookingsIn(tx, session.id);
    const lines = await rollLines(tx, session.id, false);
    return { session, lines: lines.map((line) => ({ ...line, own: own.has(line.bookingId) })) };
  });
}

export type Roll = Awaited<ReturnType<typeof getRoll>>;

/** Which offering a session belongs to, for an officer who manages it; else NotFound. */
export async function offeringOfSession(ctx: Ctx, sessionId: string): Promise<string> {
  if (!isUuid(sessionId)) throw new NotFound('session');
  const [row] = await read(ctx, (tx) =>
    tx.db
      .select({ id: offerings.id })
      .from(offeringSessions)
      .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
      .where(and(eq(offeringSessions.id, sessionId), managedOfferings(tx.actor))),
  );
  if (!row) throw new NotFound('session');
  return row.id;
}
