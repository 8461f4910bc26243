import 'server-only';
import { canManageOfferings } from '@/features/offerings/policy';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { AddSessionInput } from '../schema/manage-session';
import { insertSession } from '../steps/insert-session';
import { planPlace } from '../steps/plan-place';
import { disorderedBy, planTimes } from '../steps/plan-times';

type Refused = 'over' | 'invalid' | 'venue_used';

/**
 * Adds a session to an offering that is not over. It must lie ahead: a published session in the past
 * could be neither booked nor attended.
 * Refuses `over` for a finished or cancelled offering; `invalid` with words for the fields; `venue_used`
 * with who uses the venue at that time as `text`, unless the officer says it is meant so.
 */
export async function addSession(
  ctx: Ctx,
  { offeringId, evenSo, content: typed }: AddSessionInput,
): Promise<Result<{ offeringId: string; sessionId: string }, Refused>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ offeringId: string; sessionId: string }, Refused>> => {
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
      const placed = await planPlace(tx, null, content, { evenSo });
      if (!placed.ok) return placed;
      const sessionId = await insertSession(tx, offeringId, placed.content);
      await recordAudit(tx, {
        action: 'add_session',
        entityType: 'offering_session',
        entityId: sessionId,
        organisationId: offering.organisationId,
        after: { offering: offeringId, ...placed.content },
      });
      return ok({ offeringId, sessionId });
    },
  );
}
