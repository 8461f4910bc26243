import 'server-only';
import { and, eq } from 'drizzle-orm';
import { listAsTyped, unitListRows, unitLists } from '@/db/schema/unit-lists';
import { lockFamilies } from '@/features/eligibility/steps/lock-household';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { allocateFreedPlaces } from '@/features/places/steps/allocate-freed-places';
import { type LockedAvailability, lockAvailability } from '@/features/places/steps/lock-places';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { NotFound, pgFailure } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import { type EvaluatedRow, evaluateUnitRows, type Fit } from '../queries/evaluate-unit-rows';
import { confirmUntil, getUnitTarget, type UnitTarget } from '../queries/unit-target';
import { grantUnitPlaces, type UnitGrant } from '../rules/unit-grant';
import { canMoveUnitList, countOutcomes, type RowOutcome } from '../rules/unit-list';
import { draftRows } from '../schema/unit-list';
import { unitUndoHours } from '../settings';
import { lockUnitList, type UnitListRow } from '../steps/lock-unit-list';
import { storeUnitBookings } from '../steps/store-unit-bookings';
import { hasFit, inviteStrangers } from './announce-unit-list';

export type HandInRefusal = 'handed_in' | 'same_list' | 'not_open' | 'nobody';

const HOUR = 3_600_000;
const ROWS_AT_ONCE = 2_000;

/** The same names in another order were handed in before: two lists would be two truths. */
async function earlierTwin(tx: Ctx, list: UnitListRow): Promise<Date | null> {
  const [twin] = await tx.db
    .select({ at: unitLists.submittedAt })
    .from(unitLists)
    .where(
      and(
        eq(unitLists.sessionId, list.sessionId),
        eq(unitLists.organisationId, list.organisationId),
        eq(unitLists.contentHash, list.contentHash),
        eq(unitLists.status, 'submitted'),
      ),
    );
  return twin?.at ?? null;
}

async function storeRows(
  tx: Ctx,
  listId: string,
  evaluated: readonly EvaluatedRow[],
  made: ReadonlyMap<EvaluatedRow, { outcome: RowOutcome; bookingId: string | null }>,
): Promise<void> {
  const rows = evaluated.map((one) => ({
    listId,
    rowNo: one.row.rowNo,
    nameMasked: one.nameMasked,
    phoneTail: one.phoneTail,
    outcome: made.get(one)?.outcome ?? one.outcome ?? 'invalid',
    words: one.words,
    personId: one.fit?.person.personId ?? null,
    bookingId: made.get(one)?.bookingId ?? null,
  }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.db.insert(unitListRows).values(rows.slice(at, at + ROWS_AT_ONCE));
  }
}

/** Under the lock: who still fits gets a place or a spot in the queue, and the counters are stored. */
async function grant(
  tx: Ctx,
  list: UnitListRow,
  target: UnitTarget,
  stock: LockedAvailability,
  evaluated: readonly EvaluatedRow[],
) {
  const fits = evaluated.filter(hasFit);
  const waitlistMax = fits[0]?.fit.gathered.facts.offering.rules.waitlistMax;
  const granted = grantUnitPlaces(stock, fits, (f) => f.fit.gathered.facts.membership, waitlistMax);
  const placed = granted.grants.filter((g) => g.status !== 'full');
  const union = await findOrganisation(tx, list.organisationId);
  const until = await confirmUntil(tx, target);
  const ids = await within(tx, asSystem(tx), async (systemTx) => {
    const bookingsOf = placed.map((g): UnitGrant<Fit> => ({ ...g, fit: g.fit.fit }));
    const by = union?.shortName ?? '所属工会';
    const stored = await storeUnitBookings(systemTx, target, bookingsOf, { by, until });
    await allocateFreedPlaces(systemTx, list.sessionId, granted.stock);
    return stored;
  });
  const idOf = new Map(placed.map((g, at) => [g.fit as EvaluatedRow, ids[at] ?? null]));
  return new Map(
    granted.grants.map((g) => [
      g.fit as EvaluatedRow,
      { outcome: g.status as RowOutcome, bookingId: idOf.get(g.fit) ?? null },
    ]),
  );
}

type HandedIn = { listId: string; offered: number; waitlisted: number };

async function handIn(tx: Ctx, listId: string): Promise<Result<HandedIn, HandInRefusal>> {
  const { list, path } = await lockUnitList(tx, listId);
  authorize(canSubmitUnitList(tx.actor, path));
  if (!canMoveUnitList(list.status, 'submitted') || !list.rowsSealed) return refuse('handed_in');
  const twin = await earlierTwin(tx, list);
  if (twin) return refuse('same_list', { detail: { at: formatDateTime(twin, tx.now) } });
  const target = await getUnitTarget(tx, list, path);
  if (!target.open) return refuse('not_open');
  const rows = draftRows.parse(JSON.parse(openField(list.rowsSealed, listAsTyped(list.id))));
  const { kind } = target.offering;
  const stock = await lockAvailability(tx, list.sessionId);
  if (!stock) throw new NotFound('session');
  await pausePoint('unit:locked');
  let evaluated = await evaluateUnitRows(tx, { ...list, kind }, rows);
  const fits = evaluated.filter(hasFit).map(({ fit }) => fit);
  if (fits[0]?.gathered.facts.offering.rules.familyYearLimit !== undefined) {
    await lockFamilies(
      tx,
      fits.map((fit) => fit.person.personId),
    );
    evaluated = await evaluateUnitRows(tx, { ...list, kind }, rows);
  }
  if (!evaluated.some((one) => one.fit || one.outcome === 'invited')) return refuse('nobody');
  const made = await grant(tx, list, target, stock, evaluated);
  await storeRows(tx, list.id, evaluated, made);
  const outcomes = evaluated.map((j) => ({
    outcome: made.get(j)?.outcome ?? j.outcome ?? 'invalid',
  }));
  const counts = countOutcomes(outcomes);
  const { unitUndoHours: hours } = await readSettings(tx, { unitUndoHours });
  await tx.db
    .update(unitLists)
    .set({
      status: 'submitted',
      rowsSealed: null,
      counts,
      submittedAt: tx.now,
      undoUntil: new Date(tx.now.getTime() + hours * HOUR),
    })
    .where(eq(unitLists.id, list.id));
  await recordAudit(tx, {
    action: 'hand_in_list',
    entityType: 'unit_list',
    entityId: list.id,
    organisationId: list.organiserId,
    after: { session: list.sessionId, counts },
  });
  await inviteStrangers(tx, list, evaluated);
  const { id } = list;
  await enqueue(tx, { task: 'announce_unit_list', payload: { id }, key: `unit_list:${id}` });
  const { offered = 0, waitlisted = 0 } = counts;
  return ok({ listId: list.id, offered, waitlisted });
}

/** A member of the list who booked something else at the same instant; judged again, she reads why. */
const collided = (error: unknown): boolean =>
  pgFailure(error)?.constraint?.startsWith('bookings_') === true;

const TRIES = 3;

/**
 * Hands a looked-through list in: each line that fits holds a place until the worker herself says yes,
 * or waits in the list's order; strangers are invited to join; the others stay with their reason. All
 * of it in one transaction under the capacity lock, once: the same names twice are refused. Throws NotFound
 * for a list or a session that there is not.
 * Refuses `handed_in` when it is no draft any more; `same_list` when the same names were handed in,
 * with the time `at`; `not_open` outside the time of booking; `nobody` when no line fits and nobody
 * is invited.
 * @returns how many hold a place and how many wait
 */
export async function submitUnitList(
  ctx: Ctx,
  { listId }: { listId: string },
): Promise<Result<HandedIn, HandInRefusal>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(ctx, (tx) => handIn(tx, listId));
    } catch (error) {
      if (!collided(error) || attempt >= TRIES) throw error;
    }
  }
}
