import 'server-only';
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { bookingClaims, drawObjections, drawResults, draws } from '@/db/schema/draws';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';
import { listWitnesses } from './draw-row';

/** How many have entered each session, and how many of them say that they fit a priority. */
async function countsOf(tx: Ctx, offeringId: string) {
  const rows = await tx.db
    .select({ sessionId: bookings.sessionId, n: sql<number>`count(*)::int` })
    .from(bookings)
    .where(and(eq(bookings.offeringId, offeringId), eq(bookings.status, 'entered')))
    .groupBy(bookings.sessionId);
  return new Map(rows.map((row) => [row.sessionId, row.n]));
}

const drawsOf = (tx: Ctx, offeringId: string) =>
  tx.db.select().from(draws).where(eq(draws.offeringId, offeringId));

/** Claimed priorities with what an officer knows a person by: number and masked name. */
const claimsOf = (tx: Ctx, offeringId: string) =>
  tx.db
    .select({
      bookingId: bookingClaims.bookingId,
      tierKey: bookingClaims.tierKey,
      status: bookingClaims.status,
      entryNo: bookings.entryNo,
      sessionId: bookings.sessionId,
      masked: bookings.attendeeMasked,
      phoneTail: bookings.phoneTail,
    })
    .from(bookingClaims)
    .innerJoin(bookings, eq(bookings.id, bookingClaims.bookingId))
    .where(and(eq(bookings.offeringId, offeringId), isNotNull(bookings.entryNo)))
    .orderBy(sql`${bookingClaims.status} = 'declared' desc`, asc(bookings.entryNo))
    .limit(300);

/**
 * The draws of an offering as its officers work on them: for each session the step it is at, who
 * claims a priority, and what people ask about the result.
 * @param offering as `getDeskOffering` found it for this officer
 */
export async function getDeskDraws(ctx: Ctx, offering: DeskOffering) {
  return read(ctx, async (tx) => {
    const [counts, all, claims] = await Promise.all([
      countsOf(tx, offering.id),
      drawsOf(tx, offering.id),
      claimsOf(tx, offering.id),
    ]);
    const ids = all.map((draw) => draw.id);
    const objections =
      ids.length === 0
        ? []
        : await tx.db
            .select()
            .from(drawObjections)
            .where(inArray(drawObjections.drawId, ids))
            .orderBy(sql`answered_at nulls first`, asc(drawObjections.createdAt));
    const sessions = [];
    for (const session of offering.live) {
      const draw = all.find((one) => one.sessionId === session.id) ?? null;
      const witnesses = draw ? await listWitnesses(tx, draw.id) : [];
      sessions.push({ session, draw, witnesses, entered: counts.get(session.id) ?? 0 });
    }
    return { sessions, claims, objections, terms: allocationTerms.parse(offering.allocationTerms) };
  });
}

export type DeskDraws = Awaited<ReturnType<typeof getDeskDraws>>;
export type DeskDraw = DeskDraws['sessions'][number];

/**
 * 公示: the drawn order with masked names, for the sheet on the wall. Of screenings and of children only
 * numbers are hung up (PIPL 28: both are sensitive, and nobody has consented to being named). Throws
 * NotFound until it is drawn, and for a draw of another offering.
 */
export async function getPublicSheet(ctx: Ctx, offering: DeskOffering, drawId: string) {
  return read(ctx, async (tx) => {
    const [draw] = await tx.db
      .select()
      .from(draws)
      .where(and(eq(draws.id, drawId), eq(draws.offeringId, offering.id)));
    if (draw?.status !== 'drawn') throw new NotFound('draw');
    const lines = await tx.db
      .select({
        rank: drawResults.rank,
        entryNo: drawResults.entryNo,
        outcome: drawResults.outcome,
        masked: bookings.attendeeMasked,
      })
      .from(drawResults)
      .leftJoin(
        bookings,
        and(eq(bookings.sessionId, draw.sessionId), eq(bookings.entryNo, drawResults.entryNo)),
      )
      .where(eq(drawResults.drawId, drawId))
      .orderBy(asc(drawResults.rank));
    const named = offering.kind === 'training';
    return { draw, lines: lines.map((line) => ({ ...line, masked: named ? line.masked : null })) };
  });
}
