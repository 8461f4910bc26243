import 'server-only';
import { canReviewApplication } from '@/features/members/policy';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { portal } from '@/lib/portal/portal';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { rejectedNotice } from '../messages';
import type { RejectInput } from '../schema/review';
import { type DecideRefusal, decisionBlocked } from '../steps/decision-blocked';
import { lockApplication } from '../steps/lock-application';
import { type DecidedApplication, recordDecision } from '../steps/record-decision';

/**
 * 不予通过, always with a reason the worker reads; the worker may apply again (domain.md §1.4).
 * @audited-by recordDecision
 */
export async function rejectApplication(
  ctx: Ctx,
  { applicationId, version, reason }: RejectInput,
): Promise<Result<DecidedApplication, DecideRefusal>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    authorize(canReviewApplication(tx.actor, locked.deskPath));
    const blocked = await decisionBlocked(tx, locked, version);
    if (blocked) return blocked;
    const { hotline } = portal();
    const decided = await recordDecision(tx, locked, {
      decision: 'rejected',
      to: 'rejected',
      patch: { reason },
      note: reason,
      notice: (c, union) => rejectedNotice(c, { union, reason, hotline }),
    });
    return ok(decided);
  });
}
