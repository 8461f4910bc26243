import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { removePlaces } from '@/features/places/steps/make-places';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { CancelSessionInput } from '../schema/manage-offering';
import { endSession } from '../steps/end-bookings';

/**
 * Cancels one session of an offering; every holder and waiter is told the reason exactly once. In a
 * draft, which nobody has seen, the session is simply taken out.
 * Refuses `already_cancelled`; `over` once it has ended.
 */
export async function cancelSession(
  ctx: Ctx,
  { sessionId, reason }: CancelSessionInput,
): Promise<Result<{ offeringId: string; told: number }, 'already_cancelled' | 'over'>> {
  return transaction(ctx, async (tx) => {
    const { offering, session, path, organiser } = await lockSession(tx, sessionId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    if (session.cancelledAt) return refuse('already_cancelled');
    if (offering.status !== 'draft' && session.endsAt <= tx.now) return refuse('over');
    const isDraft = offering.status === 'draft';
    if (isDraft) {
      await removePlaces(tx, sessionId);
      await tx.db.delete(offeringSessions).where(eq(offeringSessions.id, sessionId));
    }
    const notified = isDraft ? 0 : await endSession(tx, sessionId, { by: organiser, reason });
    await recordAudit(tx, {
      action: 'cancel_session',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: offering.organisationId,
      before: { offering: offering.id, title: session.title, startsAt: session.startsAt },
      after: { told: notified },
      reason,
    });
    return ok({ offeringId: offering.id, told: notified });
  });
}
