import 'server-only';
import { eq, max } from 'drizzle-orm';
import { questions } from '@/db/schema/questions';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type ChangeRefusal, refuseChange } from '../rules/change';
import type { AddQuestionInput } from '../schema/manage-question';
import { askAgain } from '../steps/ask-again';
import { addVersion } from '../steps/question-rows';
import { bumpFormVersion, lockForm } from './lock-form';

export type FormRefusal = ChangeRefusal | 'over';

/**
 * Adds a question at the end of an offering's form. Whoever has booked already is asked it too; when it
 * must be answered they are told.
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
    const question = { ...content, id: newId(), version: 1 };
    const refused = refuseChange(form.questions, question, 0);
    if (refused) return refuse(refused.reason, { detail: { label: refused.label } });
    await bumpFormVersion(tx, offeringId);
    const [last] = await tx.db
      .select({ position: max(questions.position) })
      .from(questions)
      .where(eq(questions.offeringId, offeringId));
    await tx.db.insert(questions).values({
      id: question.id,
      offeringId,
      lineage: question.id,
      position: (last?.position ?? 0) + 1,
      createdAt: tx.now,
    });
    await addVersion(tx, question.id, 1, content);
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
