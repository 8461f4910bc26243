import 'server-only';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type ChangeRefusal, refuseChange } from '../rules/change';
import type { AddQuestionInput } from '../schema/manage-question';
import { appendQuestion } from '../steps/append-question';
import { askAgain } from '../steps/ask-again';
import { requireSessionsOf } from '../steps/require-sessions';
import { lockForm } from './lock-form';

export type FormRefusal = ChangeRefusal | 'over';

/**
 * Adds a question at the end of an offering's form. Whoever has booked already is asked it too; when it
 * must be answered they are told. Throws NotFound for a session that is not the offering’s.
 * Refuses `over` for a finished or cancelled offering.
 * @returns the question, and how many people were told
 */
export async function addQuestion(
  ctx: Ctx,
  { offeringId, content }: AddQuestionInput,
): Promise<Result<{ questionId: string; offeringId: string; told: number }, FormRefusal>> {
  return transaction(ctx, async (tx) => {
    const { offering, form, over } = await lockForm(tx, offeringId);
    authorize(tx.actor.kind === 'account');
    if (over) return refuse('over');
    await requireSessionsOf(tx, offeringId, content.sessionIds);
    const question = { ...content, id: newId(), version: 1 };
    const refused = refuseChange(form.questions, question, 0);
    if (refused) return refuse(refused.reason, { detail: { label: refused.label } });
    await appendQuestion(tx, offeringId, { ...content, id: question.id });
    const notified = await askAgain(tx, offering);
    await recordAudit(tx, {
      action: 'add_question',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      after: { question: question.id, ...content, told: notified },
    });
    return ok({ questionId: question.id, offeringId, told: notified });
  });
}
