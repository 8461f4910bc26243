import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/programmes';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import type { Places } from '../rules/places';
import { lockPlaces } from './lock-places';
import { promoteNext } from './promote-next';

/**
 * Changes how many places a session has, inside the officer's command (which authorises and audits).
 * Fewer than are taken is refused with the number; more goes to the queue at once.
 */
export async function resizePlaces(
  tx: Ctx,
  sessionId: string,
  capacity: number,
): Promise<Result<Places, 'below_taken'>> {
  const places = await lockPlaces(tx, sessionId);
  if (!places) throw new NotFound('session');
  if (capacity < places.taken) return refuse('below_taken', { detail: { taken: places.taken } });
  await tx.db
    .update(sessionCapacity)
    .set({ capacity })
    .where(eq(sessionCapacity.sessionId, sessionId));
  const [session] = await tx.db
    .select({
      id: offeringSessions.id,
      startsAt: offeringSessions.startsAt,
      cancelledAt: offeringSessions.cancelledAt,
      status: offerings.status,
    })
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(eq(offeringSessions.id, sessionId));
  if (!session) throw new NotFound('session');
  const live =
    session.cancelledAt === null && session.status !== 'cancelled' && session.status !== 'finished';
  return ok(await promoteNext(tx, { ...session, live }, { ...places, capacity }));
}
