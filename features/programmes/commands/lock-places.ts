import 'server-only';
import { eq } from 'drizzle-orm';
import { sessionCapacity } from '@/db/schema/programmes';
import type { Ctx } from '@/lib/ctx';
import type { Places } from '../rules/places';

/** The control of the race tests; `next build` folds the condition to false, so nobody can set it. */
const lockIsOff = (): boolean =>
  process.env.NODE_ENV === 'test' && process.env.TEST_WITHOUT_LOCK === '1';

/**
 * Locks the one row that owns a session's places. Every change of a place starts here and reads what
 * it decides on afterwards; order everywhere: capacity → booking → audit → outbox (trust.md §1.2).
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

/** Writes the counters that a decision under the lock came to. */
export async function storePlaces(tx: Ctx, sessionId: string, places: Places): Promise<void> {
  const { taken, waiting, queueNext, reserved, overridden } = places;
  await tx.db
    .update(sessionCapacity)
    .set({ taken, waiting, queueNext, reserved, overridden })
    .where(eq(sessionCapacity.sessionId, sessionId));
}
