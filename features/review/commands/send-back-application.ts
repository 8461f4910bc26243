import 'server-only';
import { questionLabels } from '@/features/applications/rules/questions';
import { canReviewApplication } from '@/features/members/policy';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { sentBackNotice } from '../messages';
import type { SendBackInput } from '../schema/review';
import { type DecideRefusal, decisionBlocked } from '../steps/decision-blocked';
import { lockApplication } from '../steps/lock-application';
import { type DecidedApplication, recordDecision } from '../steps/record-decision';

/**
 * 退回补正: which answers, and why. The worker corrects only those and sends it again.
 * @audited-by recordDecision
 */
export async function sendBackApplication(
  ctx: Ctx,
  { applicationId, version, fields, reason }: SendBackInput,
): Promise<Result<DecidedApplication, DecideRefusal>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    authorize(canReviewApplication(tx.actor, locked.deskPath));
    const blocked = await decisionBlocked(tx, locked, version);
    if (blocked) return blocked;
    const asked = fields.map((field) => questionLabels[field]);
    const decided = await recordDecision(tx, locked, {
      decision: 'sent_back',
      to: 'sent_back',
      patch: { reason, sentBackFields: fields },
      note: reason,
      fields,
      notice: (c, union) => sentBackNotice(c, { union, reason, fields: asked }),
    });
    return ok(decided);
  });
}
