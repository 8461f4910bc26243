import 'server-only';
import { eq } from 'drizzle-orm';
import { sessionCapacity } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { leastCapacity } from '../rules/availability';
import { allocateFreedPlaces } from './allocate-freed-places';
import { type LockedAvailability, lockAvailability } from './lock-places';

/**
 * Changes how many places a session has, inside the officer's command (which authorises and audits).
 * Fewer than are taken or kept is refused with the number; more goes to the queue at once. Throws NotFound
 * for a session that there is not.
 * Refuses `below_taken` with `taken`, `reserved` and their sum as `least`.
 */
export async function resizePlaces(
  tx: Ctx,
  sessionId: string,
  capacity: number,
): Promise<Result<LockedAvailability, 'below_taken'>> {
  const stock = await lockAvailability(tx, sessionId);
  if (!stock) throw new NotFound('session');
  const { taken, reserved } = stock.places;
  if (capacity < leastCapacity(stock.places)) {
    return refuse('below_taken', { detail: { taken, reserved, least: taken + reserved } });
  }
  await tx.db
    .update(sessionCapacity)
    .set({ capacity })
    .where(eq(sessionCapacity.sessionId, sessionId));
  return ok(
    await allocateFreedPlaces(tx, sessionId, { ...stock, places: { ...stock.places, capacity } }),
  );
}
