import 'server-only';
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { drawEntries, drawResults, draws } from '@/db/schema/draws';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { ownBookings } from '@/features/bookings/queries/own-bookings';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { parseList } from '../rules/list';
import { objectionAnswerDays } from '../settings';
import { listWitnesses } from './draw-row';

async function drawRow(tx: Ctx, id: string) {
  const [row] = await tx.db
    .select({ draw: draws, offering: offerings, session: offeringSessions })
    .from(draws)
    .innerJoin(offeringSessions, eq(offeringSessions.id, draws.sessionId))
    .innerJoin(offerings, eq(offerings.id, draws.offeringId))
    .where(eq(draws.id, id));
  return row;
}

/** Places of what else of this kind can be booked now, for whoever got nothing. */
async function elsewhere(tx: Ctx, kind: string): Promise<number> {
  const [row] = await tx.db.execute<{ n: number }>(sql`
    select coalesce(sum(c.capacity - c.taken - c.reserved), 0)::int as n
    from offerings o join offering_sessions s on s.offering_id = o.id and s.cancelled_at is null
    join session_capacity c on c.session_id = s.id
    where o.kind = ${kind} and o.visibility = 'all' and o.status in ('published', 'open')
      and o.allocation = 'first_come' and c.waiting = 0 and s.starts_at > now()
      and o.booking_closes_at > now() and (o.status = 'open' or o.booking_opens_at <= now())`);
  return row?.n ?? 0;
}

/** The reader's own numbers in this draw, with what proves that they are theirs. */
async function ownNumbers(tx: Ctx, draw: { id: string; sessionId: string }) {
  if (tx.actor.kind !== 'account') return [];
  return tx.db
    .select({ entryNo: bookings.entryNo, bookingId: bookings.id, salt: drawEntries.salt })
    .from(bookings)
    .leftJoin(
      drawEntries,
      and(eq(drawEntries.bookingId, bookings.id), eq(drawEntries.drawId, draw.id)),
    )
    .where(
      and(eq(bookings.sessionId, draw.sessionId), isNotNull(bookings.entryNo), ownBookings(tx)),
    )
    .orderBy(asc(bookings.entryNo));
}

/** What a number came to: rank, outcome, and how many wait before it. */
async function resultOf(tx: Ctx, drawId: string, no: number) {
  const [row] = await tx.db
    .select({
      rank: drawResults.rank,
      no: drawResults.entryNo,
      score: drawResults.score,
      outcome: drawResults.outcome,
      position: sql<number>`(select count(*)::int from draw_results w
        where w.draw_id = draw_results.draw_id and w.outcome = 'wait' and w.rank <= draw_results.rank)`,
    })
    .from(drawResults)
    .where(and(eq(drawResults.drawId, drawId), eq(drawResults.entryNo, no)));
  return row ?? null;
}

/**
 * A draw as anyone may see it, without signing in: its steps, its texts' fingerprints and what one
 * number came to. Names and bookings are not in it; whoever is signed in finds their own numbers. Throws
 * NotFound for a draw that there is not, or of an offering that is still a draft.
 * @param asked the number typed into 查我的号; without one the reader's own first
 */
export async function getDrawPage(ctx: Ctx, id: string, asked: number | null) {
  if (!isUuid(id)) throw new NotFound('draw');
  return read(ctx, async (tx) => {
    const row = await drawRow(tx, id);
    if (!row || row.offering.status === 'draft') throw new NotFound('draw');
    const { secretSealed: _, entriesText, resultsText, ...draw } = row.draw;
    const list = entriesText ? parseList(entriesText) : null;
    const mine = await ownNumbers(tx, row.draw);
    const no = asked ?? mine[0]?.entryNo ?? null;
    const listed = no && list?.entries.some((e) => e.no === no);
    const { answerDays } = await readSettings(tx, { answerDays: objectionAnswerDays });
    const [result, free, witnesses] = await Promise.all([
      no === null ? null : resultOf(tx, id, no),
      elsewhere(tx, row.offering.kind),
      listWitnesses(tx, id),
    ]);
    const places = list ? list.open + list.reserved.reduce((sum, r) => sum + r.places, 0) : null;
    const plain = list !== null && list.reserved.length === 0 && list.siblings === 'none';
    const { title, kind, contactPhone, allocationTerms } = row.offering;
    return {
      ...draw,
      offering: { id: row.offering.id, title, kind, contactPhone, allocationTerms },
      session: { title: row.session.title, startsAt: row.session.startsAt },
      places,
      /** The first so many in the order got a place, nobody else. */
      inOrder: plain,
      no,
      listed,
      result,
      mine,
      free,
      witnesses: witnesses.map(({ name, commitment, revealed }) => ({
        name,
        commitment,
        revealed,
      })),
      /** Working days in which a question is answered. */
      answerDays,
      now: tx.now,
    };
  });
}

export type DrawPage = Awaited<ReturnType<typeof getDrawPage>>;

/** The published texts, as files: what a verifier works on. Throws NotFound until they are published. */
export async function getDrawText(ctx: Ctx, id: string, which: 'list' | 'results') {
  if (!isUuid(id)) throw new NotFound('draw');
  return read(ctx, async (tx) => {
    const row = await drawRow(tx, id);
    const text = which === 'list' ? row?.draw.entriesText : row?.draw.resultsText;
    if (!row || row.offering.status === 'draft' || !text) throw new NotFound('draw');
    return text;
  });
}

const PAGE = 100;

/**
 * Numbers in drawn order, a hundred at a time. Throws NotFound for an id of another shape; empty until it
 * is drawn.
 */
export async function listDrawn(ctx: Ctx, id: string, after: number) {
  if (!isUuid(id)) throw new NotFound('draw');
  return read(ctx, async (tx) => {
    const rows = await tx.db
      .select()
      .from(drawResults)
      .where(and(eq(drawResults.drawId, id), gt(drawResults.rank, after)))
      .orderBy(asc(drawResults.rank))
      .limit(PAGE);
    return { rows, more: rows.length === PAGE };
  });
}
