import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { carveOuts, sessionCapacity } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { isReservation } from '../schema/carve-outs';
import type { LockedCarveOut } from './lock-places';

/** Writes the narrow row that owns the places of a new session; nothing of it is taken. */
export async function makePlaces(
  tx: Ctx,
  sessionId: string,
  places: { capacity: number; reserved?: number },
): Promise<void> {
  await tx.db.insert(sessionCapacity).values({ sessionId, ...places });
}

/** Takes the places of a session out, with what was kept of them: only of one that nobody has seen. */
export async function removePlaces(tx: Ctx, sessionId: string): Promise<void> {
  await tx.db.delete(carveOuts).where(eq(carveOuts.sessionId, sessionId));
  await tx.db.delete(sessionCapacity).where(eq(sessionCapacity.sessionId, sessionId));
}

type Terms = Pick<LockedCarveOut, 'label' | 'capacity' | 'criteria' | 'returnsAt'>;

/** Sets places aside for a group of a session whose capacity row the caller has locked. */
export async function addCarveOut(
  tx: Ctx,
  sessionId: string,
  { id, position }: Pick<LockedCarveOut, 'id' | 'position'>,
  terms: Terms,
): Promise<void> {
  await tx.db.insert(carveOuts).values({ ...terms, id, sessionId, position });
}

/** Changes what was set aside, under the same lock; what of it is taken stays. */
export async function changeCarveOut(tx: Ctx, id: string, terms: Terms): Promise<void> {
  await tx.db.update(carveOuts).set(terms).where(eq(carveOuts.id, id));
}

/**
 * Writes the places of a session's copy, and what is kept of them for groups, as far as they reach and
 * none of it taken.
 * @param returnsAt when a carve-out of the copy flows back, by when that of the first did
 */
export async function copyPlaces(
  tx: Ctx,
  from: string,
  to: { sessionId: string; capacity: number },
  returnsAt: (first: Date) => Date,
): Promise<void> {
  const rows = await tx.db
    .select()
    .from(carveOuts)
    .where(eq(carveOuts.sessionId, from))
    .orderBy(asc(carveOuts.position));
  let left = to.capacity;
  for (const row of rows) {
    // What was reserved for somebody is nobody's in the copy.
    if (isReservation(row.criteria)) continue;
    const capacity = Math.min(row.capacity, left);
    if (capacity < 1) break;
    left -= capacity;
    const own = { id: newId(), sessionId: to.sessionId, capacity, taken: 0, returnedAt: null };
    const again = row.returnsAt && returnsAt(row.returnsAt);
    await tx.db.insert(carveOuts).values({ ...row, ...own, returnsAt: again });
  }
  const { sessionId, capacity } = to;
  await makePlaces(tx, sessionId, { capacity, reserved: capacity - left });
}
