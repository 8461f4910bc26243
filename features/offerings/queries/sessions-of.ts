import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { offeringSessions, sessionCapacity } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';

/** Every session of an offering in order of time, with its places; cancelled ones too. */
export async function listSessionsOf(ctx: Ctx, offeringId: string) {
  return ctx.db
    .select({
      id: offeringSessions.id,
      title: offeringSessions.title,
      startsAt: offeringSessions.startsAt,
      endsAt: offeringSessions.endsAt,
      place: offeringSessions.place,
      venueId: offeringSessions.venueId,
      details: offeringSessions.details,
      cancelledAt: offeringSessions.cancelledAt,
      cancelledReason: offeringSessions.cancelledReason,
      rules: offeringSessions.rules,
      rulesVersion: offeringSessions.rulesVersion,
      version: offeringSessions.version,
      capacity: sessionCapacity.capacity,
      taken: sessionCapacity.taken,
      waiting: sessionCapacity.waiting,
      reserved: sessionCapacity.reserved,
    })
    .from(offeringSessions)
    .innerJoin(sessionCapacity, eq(sessionCapacity.sessionId, offeringSessions.id))
    .where(eq(offeringSessions.offeringId, offeringId))
    .orderBy(asc(offeringSessions.startsAt), asc(offeringSessions.id));
}

export type DeskSession = Awaited<ReturnType<typeof listSessionsOf>>[number];
