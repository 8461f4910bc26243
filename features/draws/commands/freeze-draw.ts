import 'server-only';
import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { draws } from '@/db/schema/draws';
import { isOwnDraw } from '@/features/bookings/queries/own-in-session';
import { offeringPhase, seatsLeft } from '@/features/offerings/rules/offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { mayWorkOnDraw } from '../policy';
import { type DrawRow, findDrawOf, listWitnesses, lockDraw } from '../queries/draw-row';
import { listEntrants } from '../queries/entrants';
import { digestOf, sha256 } from '../rules/digest';
import { equalUntil, isDrawn } from '../rules/entering';
import { entryLines, type Salted } from '../rules/entry-lines';
import { type List, listText } from '../rules/list';
import { reservedOf } from '../rules/reserved';
import { fallbackDay, seedLine, unknownSeedDay } from '../rules/seed';
import { canMoveDraw } from '../rules/status';
import { dropIneligible } from '../steps/drop-ineligible';
import { type LockedDrawSession, lockDrawSession } from '../steps/lock-draw-session';

export type FreezeRefusal =
  | 'no_draw'
  | 'not_closed'
  | 'already_frozen'
  | 'nobody_entered'
  | 'no_seed_day'
  | 'witnesses_missing'
  | 'own_case';

/** Why the list cannot be sealed yet, or null. */
function notYet(
  s: LockedDrawSession,
  draw: DrawRow,
  now: Date,
  until: Date | null,
): FreezeRefusal | null {
  if (!canMoveDraw(draw.status, 'frozen')) return 'already_frozen';
  if (until) return now < until ? 'not_closed' : null;
  const { bookingOpensAt, bookingClosesAt, status } = s.offering;
  const phase = offeringPhase({ status, bookingOpensAt, bookingClosesAt, lastEndsAt: null }, now);
  return phase === 'open' || phase === 'published' ? 'not_closed' : null;
}

const salted = (): string => randomBytes(8).toString('hex');

/** Writes who stands behind each line, in one statement. */
async function keepEntries(tx: Ctx, drawId: string, lines: readonly Salted[]): Promise<void> {
  await tx.db.execute(sql`
    insert into draw_entries (draw_id, entry_no, booking_id, tier, weight, salt)
    select ${drawId}::uuid, e.no, e.booking, e.tier, e.weight, e.salt
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as e(no int, booking uuid, tier int, weight int, salt text)`);
}

/** The day of the number, and the one after the grace days; for the system's own there is none. */
function seedDaysOf(s: LockedDrawSession, draw: DrawRow, now: Date) {
  const { seedOn, graceDays } = s.terms.draw;
  if (draw.seedSource === 'house' || !seedOn) return { seedOn: null, fallbackOn: null };
  const on = unknownSeedDay(seedOn, now);
  return { seedOn: on, fallbackOn: fallbackDay(on, graceDays) };
}

/**
 * 封存名单: once entries are closed, writes down who takes part and what counts for each, and publishes
 * the fingerprint of it. From here on the list, the places to be drawn and the number that will decide
 * stand (docs/draw.md §1). Who may not take part any more is told and left out. Sealed so late that the
 * named number is known already, the list names the next one that nobody knows.
 * Refuses `own_case` when one's own or one's family's entry is among them; `no_draw` for a session
 * that is not drawn; `nobody_entered`; `no_seed_day` without a day of the number;
 * `witnesses_missing` with fewer than three sentences handed in.
 * @param input the session
 */
export async function freezeDraw(
  ctx: Ctx,
  input: { sessionId: string },
): Promise<
  Result<{ drawId: string; offeringId: string; entries: number; hash: string }, FreezeRefusal>
> {
  return transaction(ctx, async (tx) => {
    const session = await lockDrawSession(tx, input.sessionId);
    const { offering, terms, stock } = session;
    authorize(mayWorkOnDraw(tx.actor, offering.kind));
    if (await isOwnDraw(tx, session.id)) return refuse('own_case');
    const about = { ...offering, equalMinutes: terms.equalMinutes };
    const seen = isDrawn(about) ? await findDrawOf(tx, session.id) : null;
    const draw = seen && (await lockDraw(tx, seen.id));
    if (!draw) return refuse(isDrawn(about) ? 'nobody_entered' : 'no_draw');
    const until = equalUntil(about);
    const stop = notYet(session, draw, tx.now, until);
    if (stop) return refuse(stop);
    const days = seedDaysOf(session, draw, tx.now);
    if (draw.seedSource !== 'house' && !days.seedOn) return refuse('no_seed_day');
    const witnesses = await listWitnesses(tx, draw.id);
    if (draw.seedSource === 'witnesses' && witnesses.length < 3) return refuse('witnesses_missing');
    await pausePoint('draw:freezing');
    const entrants = await within(tx, asSystem(tx), async (systemTx) => {
      await dropIneligible(systemTx, { id: session.id, offeringId: offering.id });
      return listEntrants(systemTx, { id: session.id, offeringId: offering.id }, until);
    });
    if (entrants.length === 0 && !until) return refuse('nobody_entered');
    const reserved = reservedOf(stock.carveOuts, days.seedOn, tx.now);
    const commitments = witnesses.map((w) => w.commitment).concat(draw.commitment ?? []);
    const salts = entrants.map(salted);
    const digests = await Promise.all(entrants.map((e, i) => digestOf(e.number, salts[i] ?? '')));
    const lines = entryLines(entrants, { terms, carveOuts: stock.carveOuts, salts, digests });
    const list: List = {
      session: session.id,
      open: seatsLeft(stock.places),
      reserved,
      siblings: terms.siblings,
      waiting: session.waitlistMax ?? null,
      seed: seedLine({ source: draw.seedSource, ...days, commitments }),
      entries: lines.map(({ entry }) => entry),
    };
    const text = listText(list);
    const hash = await sha256(text);
    await tx.db
      .update(draws)
      .set({
        ...days,
        status: 'frozen',
        entries: lines.length,
        entriesText: text,
        entriesHash: hash,
        frozenAt: tx.now,
      })
      .where(eq(draws.id, draw.id));
    await within(tx, asSystem(tx), (systemTx) =>
      keepEntries(
        systemTx,
        draw.id,
        lines.map(({ salted }) => salted),
      ),
    );
    await recordAudit(tx, {
      action: 'freeze_draw',
      entityType: 'draw',
      entityId: draw.id,
      organisationId: offering.organisationId,
      after: { entries: lines.length, hash, open: list.open, seed: list.seed },
    });
    return ok({ drawId: draw.id, offeringId: offering.id, entries: lines.length, hash });
  });
}
