import 'server-only';
import { offeringSessions } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { makePlaces } from '@/features/places/steps/make-places';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { AddSessionInput } from '../schema/manage-session';
import { disorderedBy, planTimes } from '../steps/plan-times';

/** Writes a session and the narrow row that owns its places, inside an officer's command. */
export async function insertSession(
  tx: Ctx,
  offeringId: string,
  session: AddSessionInput['content'],
): Promise<string> {
  const id = newId();
  const { capacity, ...rest } = session;
  await tx.db.insert(offeringSessions).values({ ...rest, id, offeringId });
  await makePlaces(tx, id, { capacity });
  return id;
}

/**
 * Adds a session to an offering that is not over. It must lie ahead: a published session in the past
 * could be neither booked nor attended.
 * Refuses `over` for a finished or cancelled offering; `invalid` with words for the fields.
 */
export async function addSession(
  ctx: Ctx,
  { offeringId, content: typed }: AddSessionInput,
): Promise<Result<{ offeringId: string; sessionId: string }, 'over' | 'invalid'>> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    if (offering.status === 'finished' || offering.status === 'cancelled') return refuse('over');
    const planned = await planTimes(tx, typed);
    if (!planned.ok) return refuse('invalid', { fieldErrors: planned.fieldErrors });
    const { content } = planned;
    if (content.startsAt <= tx.now) {
      return refuse('invalid', { fieldErrors: { startsOn: '开始时间已过，请选以后的时间' } });
    }
    const disorder = await disorderedBy(tx, offering, null, content);
    if (disorder) return refuse('invalid', { fieldErrors: { startsOn: disorder } });
    const sessionId = await insertSession(tx, offeringId, content);
    await recordAudit(tx, {
      action: 'add_session',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: offering.organisationId,
      after: { offering: offeringId, ...content },
    });
    return ok({ offeringId, sessionId });
  });
}
