import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { listSessionsOf } from '@/features/offerings/queries/sessions-of';
import { canMoveOffering } from '@/features/offerings/rules/offering';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { CancelOfferingInput } from '../schema/manage-offering';
import { endSession } from '../steps/end-bookings';

type Refused = 'already_cancelled' | 'cannot_move' | 'changed_meanwhile';

/**
 * Cancels an offering and every session that has not ended; each booking's owner is told once, with
 * the reason. What has taken place stays as it was. A second try finds it cancelled and tells nobody.
 * Refuses `already_cancelled`; `cannot_move` once it is finished; `changed_meanwhile` when the page
 * is older than the offering.
 */
export async function cancelOffering(
  ctx: Ctx,
  { offeringId, version, reason }: CancelOfferingInput,
): Promise<Result<{ offeringId: string; told: number }, Refused>> {
  return transaction(ctx, async (tx) => {
    const { offering, path, organiser } = await lockOffering(tx, offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    if (offering.status === 'cancelled') return refuse('already_cancelled');
    if (!canMoveOffering(offering.status, 'cancelled')) return refuse('cannot_move');
    if (offering.version !== version) return refuse('changed_meanwhile');
    await tx.db
      .update(offerings)
      .set({
        status: 'cancelled',
        cancelledReason: reason,
        version: version + 1,
        updatedAt: sql`now()`,
      })
      .where(eq(offerings.id, offeringId));
    const sessions = await listSessionsOf(tx, offeringId);
    const left = sessions.filter((s) => s.cancelledAt === null && s.endsAt > tx.now);
    // Capacity rows in order of session id: whoever locks several takes them in this order.
    left.sort((a, b) => (a.id < b.id ? -1 : 1));
    let notified = 0;
    for (const { id } of left) {
      notified += await endSession(tx, id, { by: organiser, reason });
    }
    await recordAudit(tx, {
      action: 'cancel_offering',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      before: { status: offering.status },
      after: { status: 'cancelled', sessions: left.length, told: notified },
      reason,
    });
    return ok({ offeringId, told: notified });
  });
}
