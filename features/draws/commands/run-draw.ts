import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { draws } from '@/db/schema/draws';
import { isOwnDraw } from '@/features/bookings/queries/own-in-session';
import { type Moved, moveDrawn, queueLate } from '@/features/bookings/steps/move-drawn';
import { lockFamilies } from '@/features/eligibility/steps/lock-household';
import { offeringRules } from '@/features/offerings/schema/offering';
import { allocateFreedPlaces } from '@/features/places/steps/allocate-freed-places';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { drawnNotice } from '../messages';
import { mayWorkOnDraw } from '../policy';
import { type DrawRow, lockDraw } from '../queries/draw-row';
import { findDraw } from '../queries/find-draw';
import { listIneligibleEntries } from '../queries/ineligible-entries';
import { isPlaced, type DrawResult as Rank } from '../rules/allot';
import { draw as drawOrder } from '../rules/draw';
import { parseList } from '../rules/list';
import { type DrawnBooking, outcomesOf } from '../rules/outcomes';
import { canMoveDraw } from '../rules/status';
import { stockAfter } from '../rules/stock-after';
import { type LockedDrawSession, lockDrawSession } from '../steps/lock-draw-session';

export type RunRefusal = 'not_seeded' | 'already_drawn' | 'own_case';

async function keepResults(tx: Ctx, drawId: string, results: readonly Rank[]): Promise<void> {
  await tx.db.execute(sql`
    insert into draw_results (draw_id, rank, entry_no, score, outcome)
    select ${drawId}::uuid, r.rank, r.no, r.score, r.outcome
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      as r(rank int, no int, score text, outcome text)`);
}

async function tell(
  tx: Ctx,
  session: LockedDrawSession,
  moved: readonly Moved[],
  drawn: readonly DrawnBooking[],
) {
  const byNo = new Map(drawn.map((one) => [one.no, one]));
  const { kind, title } = session.offering;
  const about = { kind, title, session: session.title, startsAt: session.startsAt };
  const place = {
    endsAt: session.endsAt,
    sessionDetails: session.details,
    place: session.place,
  };
  const notices = moved.flatMap((m) => {
    const one = byNo.get(m.entryNo);
    if (!one) return [];
    const facts = { ...about, ...place, id: m.id, number: m.number, version: m.version };
    const words = drawnNotice(facts, m.status, { ...one, entryNo: m.entryNo }, tx.now);
    return [{ accountId: m.accountId, ...words }];
  });
  await notifyMany(tx, notices);
}

/** Where a family may have so many a year, whoever of it books elsewhere waits until this is drawn. */
async function lockWinners(
  tx: Ctx,
  session: LockedDrawSession,
  won: readonly number[],
): Promise<void> {
  if (offeringRules.parse(session.offering.rules).familyYearLimit === undefined) return;
  const rows = await tx.db
    .select({ personId: bookings.personId })
    .from(bookings)
    .where(and(eq(bookings.sessionId, session.id), inArray(bookings.entryNo, [...won])));
  await lockFamilies(
    tx,
    rows.map((row) => row.personId),
  );
}

async function carryOut(
  tx: Ctx,
  session: LockedDrawSession,
  draw: DrawRow,
  results: readonly Rank[],
) {
  const text = draw.entriesText ?? '';
  const { needsApproval } = session.offering;
  const won = results.filter((r) => isPlaced(r.outcome)).map((r) => r.no);
  const about = { id: session.id, offeringId: session.offering.id };
  await lockWinners(tx, session, won);
  const ineligible = await listIneligibleEntries(tx, about, won);
  const drawn = outcomesOf(results, {
    needsApproval,
    reserved: parseList(text).reserved,
    returned: new Set(session.stock.carveOuts.filter((c) => c.returnedAt).map((c) => c.id)),
    ineligible: new Map(ineligible.map((b) => [b.entryNo, b.words])),
  });
  const moved = await moveDrawn(tx, session.id, drawn, needsApproval);
  const stock = stockAfter(session.stock, moved, parseList(text).reserved, tx.now);
  const room = (session.waitlistMax ?? 1_000_000) - stock.places.waiting;
  const late = await queueLate(tx, session.id, room);
  await tell(tx, session, moved, drawn);
  const places = { ...stock.places, waiting: stock.places.waiting + late.waiting };
  // What a winner who has cancelled, or is somewhere else, left: to the first who waits.
  await allocateFreedPlaces(tx, session.id, { ...stock, places });
  return moved;
}

/**
 * 抽签: orders the frozen list by the published number and gives out the places, in one transaction and
 * once. Order and outcome come from the two published texts alone, so that anyone can do it again;
 * everyone is told once (docs/draw.md §3–§5). Throws NotFound for a draw that there is not, or that is not
 * the officer's.
 * Refuses `own_case` when one's own or one's family's entry is among them; `not_seeded` before the
 * number stands; `already_drawn`.
 */
export async function runDraw(
  ctx: Ctx,
  input: { drawId: string },
): Promise<Result<{ drawId: string; offeringId: string; placed: number }, RunRefusal>> {
  return transaction(ctx, async (tx) => {
    const seen = await findDraw(tx, input.drawId);
    if (!seen) throw new NotFound('draw');
    const session = await lockDrawSession(tx, seen.sessionId);
    const { offering } = session;
    authorize(mayWorkOnDraw(tx.actor, offering.kind));
    if (await isOwnDraw(tx, seen.sessionId)) return refuse('own_case');
    const draw = await lockDraw(tx, input.drawId);
    if (draw?.status === 'drawn') return refuse('already_drawn');
    if (!draw || !canMoveDraw(draw.status, 'drawn') || !draw.entriesText || !draw.seed)
      return refuse('not_seeded');
    const { results, text } = await drawOrder(draw.entriesText, draw.seed);
    await pausePoint('draw:ordered');
    await within(tx, asSystem(tx), async (systemTx) => {
      await keepResults(systemTx, draw.id, results);
      await carryOut(systemTx, session, draw, results);
    });
    const won = results.filter((r) => isPlaced(r.outcome)).length;
    await tx.db
      .update(draws)
      .set({
        status: 'drawn',
        resultsText: text,
        placed: won,
        drawnAt: tx.now,
        publicUntil: addDays(todayOn(tx.now), session.terms.draw.publicDays),
      })
      .where(eq(draws.id, draw.id));
    await recordAudit(tx, {
      action: 'run_draw',
      entityType: 'draw',
      entityId: draw.id,
      organisationId: offering.organisationId,
      after: { hash: draw.entriesHash, seed: draw.seed, entries: results.length, placed: won },
    });
    return ok({ drawId: draw.id, offeringId: draw.offeringId, placed: won });
  });
}
