import 'server-only';
import { and, eq } from 'drizzle-orm';
import { followUps } from '@/db/schema/follow-ups';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { getMyFollowUp } from '../queries/follow-ups';
import { isFollowUpOpen } from '../rules/follow-up';
import type { AnswerFollowUpInput } from '../schema/follow-up';

/**
 * 就业、创业、未就业: oneself, some months after a training; may be changed while the question is open. What was
 * said stands in no ledger. Throws NotFound for another's question.
 * Refuses `closed` after the last day that the setting gives.
 */
export async function answerFollowUp(
  ctx: Ctx,
  { followUpId, answer }: AnswerFollowUpInput,
): Promise<Result<{ followUpId: string }, 'closed'>> {
  return transaction(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account');
    const asked = await getMyFollowUp(tx, followUpId);
    if (!isFollowUpOpen(asked.askedAt, asked.openDays, tx.now)) return refuse('closed');
    await tx.db
      .update(followUps)
      .set({ answer, answeredAt: tx.now })
      .where(and(eq(followUps.id, followUpId), eq(followUps.accountId, accountOf(tx.actor) ?? '')));
    await recordAudit(tx, {
      action: 'answer_follow_up',
      entityType: 'follow_up',
      entityId: followUpId,
      organisationId: asked.organiserId,
    });
    return ok({ followUpId });
  });
}
