import 'server-only';
import { and, eq } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import { sameMeetings } from '@/features/bookings/rules/moved';
import { canManageOfferings } from '@/features/offerings/policy';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionDetails } from '@/features/offerings/schema/offering';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { lockPlaces } from '@/features/places/steps/lock-places';
import { resizePlaces } from '@/features/places/steps/resize-places';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { ChangeSessionInput } from '../schema/manage-session';
import { moveHolders } from '../steps/move-holders';
import { planPlace } from '../steps/plan-place';
import { disorderedBy, planTimes } from '../steps/plan-times';

type Refused =
  | 'over'
  | 'changed_meanwhile'
  | 'below_taken'
  | 'holders_clash'
  | 'invalid'
  | 'venue_used';

async function change(
  tx: Ctx,
  { sessionId, version, evenSo, content: typed }: ChangeSessionInput,
): Promise<Result<{ offeringId: string }, Refused>> {
  const { offering, session, path, organiser } = await lockSession(tx, sessionId);
  authorize(canManageOfferings[offering.kind](tx.actor, path));
  const ended = offering.status === 'finished' || offering.status === 'cancelled';
  if (ended || session.cancelledAt) return refuse('over');
  if (session.version !== version) {
    return refuse('changed_meanwhile', { detail: { version: session.version } });
  }
  const planned = await planTimes(tx, typed);
  if (!planned.ok) return refuse('invalid', { fieldErrors: planned.fieldErrors });
  const timed = planned.content;
  const retimed = !sameMeetings(timedOf(session), timedOf(timed));
  if (retimed && timed.startsAt <= tx.now) {
    return refuse('invalid', { fieldErrors: { startsOn: '开始时间已过，请选以后的时间' } });
  }
  const disorder = retimed && (await disorderedBy(tx, offering, sessionId, timed));
  if (disorder) return refuse('invalid', { fieldErrors: { startsOn: disorder } });
  const was = {
    venueId: session.venueId,
    room: sessionDetails.parse(session.details).room,
    retimed,
  };
  const placed = await planPlace(tx, sessionId, timed, { evenSo, before: was });
  if (!placed.ok) return placed;
  const { content } = placed;
  const before = await lockPlaces(tx, sessionId);
  const { capacity, ...rest } = content;
  await tx.db
    .update(offeringSessions)
    .set({ ...rest, version: version + 1 })
    .where(and(eq(offeringSessions.id, sessionId), eq(offeringSessions.version, version)));
  if (retimed || session.place !== content.place) {
    await moveHolders(tx, sessionId, content, { retimed, by: organiser });
  }
  const resized = await resizePlaces(tx, sessionId, capacity);
  if (!resized.ok) {
    const { taken = 0, reserved = 0, least = taken } = resized.detail ?? {};
    const reservedWords = Number(reserved) > 0 ? `，另预留 ${reserved} 个` : '';
    const text = `当前已有 ${taken} 人预约${reservedWords}，名额不能少于 ${least}`;
    return refuse('below_taken', { fieldErrors: { capacity: text }, detail: { taken: least } });
  }
  await recordAudit(tx, {
    action: 'change_session',
    entityType: 'offering_session',
    entityId: sessionId,
    organisationId: offering.organisationId,
    before: {
      title: session.title,
      place: session.place,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      capacity: before?.capacity,
    },
    after: content,
  });
  return ok({ offeringId: offering.id });
}

/**
 * Changes a session. Fewer places than are taken is refused with the number; more goes to the queue in
 * the same transaction. A new time asks every holder again and a new place is told, unless the hours
 * would clash with what one of them has booked elsewhere: then nobody is moved.
 * Refuses `over` once it or its offering has ended or is cancelled; `changed_meanwhile` with the
 * present `version`; `invalid` with words for the fields; `below_taken` with the number `taken`;
 * `holders_clash`; `venue_used` with who uses the venue at that time as `text`, once.
 */
export async function changeSession(
  ctx: Ctx,
  input: ChangeSessionInput,
): Promise<Result<{ offeringId: string }, Refused>> {
  try {
    return await transaction(ctx, (tx) => change(tx, input));
  } catch (error) {
    if (violates(error, 'bookings_no_overlap')) return refuse('holders_clash');
    throw error;
  }
}
