import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { carveOuts, sessionCapacity } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { type Availability, type CarveOut, freeCarveOut, reservedBy } from '../rules/availability';
import { type GroupFacts, groupsOf } from '../rules/criteria';
import type { Places } from '../rules/places';
import { type CarveOutCriteria, carveOutCriteria } from '../schema/carve-outs';

/** The control of the race tests; `next build` folds the condition to false, so nobody can set it. */
const lockIsOff = (): boolean =>
  process.env.NODE_ENV === 'test' && process.env.TEST_WITHOUT_LOCK === '1';

export interface LockedCarveOut extends CarveOut {
  readonly label: string;
  readonly position: number;
  readonly criteria: CarveOutCriteria;
  readonly returnsAt: Date | null;
}

export type LockedAvailability = Availability<LockedCarveOut>;

/**
 * Locks the one row that owns a session's places. Every change of a place starts here and reads what
 * it decides on afterwards; order everywhere: capacity → carve-outs → booking → audit → outbox
 * (security.md §1.2).
 * @returns null when there is no such session
 */
export async function lockPlaces(tx: Ctx, sessionId: string): Promise<Places | null> {
  const query = tx.db
    .select({
      capacity: sessionCapacity.capacity,
      taken: sessionCapacity.taken,
      waiting: sessionCapacity.waiting,
      queueNext: sessionCapacity.queueNext,
      reserved: sessionCapacity.reserved,
      overridden: sessionCapacity.overridden,
    })
    .from(sessionCapacity)
    .where(eq(sessionCapacity.sessionId, sessionId));
  const [row] = lockIsOff() ? await query : await query.for('no key update');
  return row ?? null;
}

/** The session's carve-outs in their order; whoever holds the capacity row owns them too. */
export async function readCarveOuts(tx: Ctx, sessionId: string): Promise<LockedCarveOut[]> {
  const rows = await tx.db
    .select({
      id: carveOuts.id,
      label: carveOuts.label,
      position: carveOuts.position,
      capacity: carveOuts.capacity,
      taken: carveOuts.taken,
      criteria: carveOuts.criteria,
      returnsAt: carveOuts.returnsAt,
      returnedAt: carveOuts.returnedAt,
    })
    .from(carveOuts)
    .where(eq(carveOuts.sessionId, sessionId))
    .orderBy(asc(carveOuts.position));
  return rows.map((row) => ({ ...row, criteria: carveOutCriteria.parse(row.criteria) }));
}

/**
 * The carve-out with a place free that a member belongs to; asked only while any place is kept.
 * @returns null when there is none, or the member is in no group
 */
export async function findCarveOutFor(
  tx: Ctx,
  sessionId: string,
  places: Places,
  member: GroupFacts | null,
): Promise<string | null> {
  if (places.reserved === 0) return null;
  const groups = await readCarveOuts(tx, sessionId);
  return freeCarveOut({ places, carveOuts: groups }, groupsOf(groups, member));
}

/**
 * The place reserved for a purpose that an officer chose (留位), if one of it is still free.
 * @returns null when there is no such purpose at the session, or nothing of it is left
 */
export async function findDeskReserved(
  tx: Ctx,
  sessionId: string,
  carveOutId: string,
): Promise<string | null> {
  const groups = await readCarveOuts(tx, sessionId);
  const found = groups.find(({ id, criteria }) => id === carveOutId && criteria.deskOnly);
  return found && reservedBy(found) > 0 ? found.id : null;
}

/** Both, for whatever gives a place away or takes one back. Null when there is no such session. */
export async function lockAvailability(
  tx: Ctx,
  sessionId: string,
): Promise<LockedAvailability | null> {
  const [places, groups] = await Promise.all([
    lockPlaces(tx, sessionId),
    readCarveOuts(tx, sessionId),
  ]);
  return places && { places, carveOuts: groups };
}

/** Writes the counters that a decision under the lock came to. The caller holds the capacity row. */
export async function storePlaces(tx: Ctx, sessionId: string, places: Places): Promise<void> {
  const { taken, waiting, queueNext, reserved, overridden } = places;
  await tx.db
    .update(sessionCapacity)
    .set({ taken, waiting, queueNext, reserved, overridden })
    .where(eq(sessionCapacity.sessionId, sessionId));
}

/** Writes the counters with what was taken from, or given back to, each carve-out. */
export async function storeAvailability(
  tx: Ctx,
  sessionId: string,
  stock: LockedAvailability,
): Promise<void> {
  await storePlaces(tx, sessionId, stock.places);
  for (const { id, taken, returnedAt } of stock.carveOuts) {
    await tx.db.update(carveOuts).set({ taken, returnedAt }).where(eq(carveOuts.id, id));
  }
}

/**
 * Counts one more place of a carve-out as taken by a new booking; what was reserved for one person ends
 * with it, so that it flows on when they cancel. The caller holds the capacity row.
 */
export async function takeReserved(tx: Ctx, carveOutId: string): Promise<void> {
  await tx.db
    .update(carveOuts)
    .set({
      taken: sql`${carveOuts.taken} + 1`,
      returnedAt: sql`case when ${carveOuts.criteria} ? 'reservedFor' then now() else ${carveOuts.returnedAt} end`,
    })
    .where(eq(carveOuts.id, carveOutId));
}
