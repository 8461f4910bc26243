import 'server-only';
import { and, eq } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { canDecideBookings } from '@/features/bookings/policy';
import { managedOfferings } from '@/features/offerings/queries/desk-scope';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';

const columns = {
  id: offeringSessions.id,
  title: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  place: offeringSessions.place,
  details: offeringSessions.details,
  cancelledAt: offeringSessions.cancelledAt,
  offeringId: offerings.id,
  offering: offerings.title,
  kind: offerings.kind,
  organiserId: offerings.organisationId,
};

/**
 * The session whose door an officer keeps: of an offering in their scope whose bookings they decide.
 * Takes no lock, so that two devices at one door never wait for each other. Else NotFound.
 */
export async function findCheckInPoint(tx: Ctx, sessionId: string) {
  if (!isUuid(sessionId)) throw new NotFound('session');
  const [door] = await tx.db
    .select(columns)
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(and(eq(offeringSessions.id, sessionId), managedOfferings(tx.actor)));
  if (!door) throw new NotFound('session');
  const path = await organisationPath(tx, door.organiserId);
  authorize(canDecideBookings[door.kind](tx.actor, path));
  return door;
}

export type OpenCheckInPoint = Awaited<ReturnType<typeof findCheckInPoint>>;

/** A session for a member at the door with a code of the room; null when there is no such session. */
export async function findRoomCodePoint(
  tx: Ctx,
  sessionId: string,
): Promise<OpenCheckInPoint | null> {
  const [door] = await tx.db
    .select(columns)
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(eq(offeringSessions.id, sessionId));
  return door ?? null;
}
