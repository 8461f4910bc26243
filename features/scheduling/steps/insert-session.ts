import 'server-only';
import { offeringSessions } from '@/db/schema/offerings';
import { makePlaces } from '@/features/places/steps/make-places';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import type { PlacedSession } from './plan-place';

type OwnConditions = Partial<Pick<typeof offeringSessions.$inferInsert, 'rules' | 'rulesVersion'>>;

/**
 * Writes a session and the narrow row that owns its places.
 * @param places writes that row another way: after an earlier session, with what was kept for groups
 */
export async function insertSession(
  tx: Ctx,
  offeringId: string,
  session: PlacedSession & OwnConditions,
  places = (to: { sessionId: string; capacity: number }) =>
    makePlaces(tx, to.sessionId, { capacity: to.capacity }),
): Promise<string> {
  const id = newId();
  const { capacity, ...rest } = session;
  await tx.db.insert(offeringSessions).values({ ...rest, id, offeringId });
  await places({ sessionId: id, capacity });
  return id;
}
