import 'server-only';
import { eq } from 'drizzle-orm';
import { questions } from '@/db/schema/questions';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { dependentsOf, formProblem, moved } from '../rules/change';
import type { MoveQuestionInput, RetireQuestionInput } from '../schema/manage-question';
import type { FormRefusal } from './add-question';
import { lockForm } from './lock-form';

/**
 * Puts a question one place up or down, unless a condition would then look at a later question. Throws
 * NotFound for a question that is not on this form.
 * Refuses `over` for a finished or cancelled offering.
 */
export async function moveQuestion(
  ctx: Ctx,
  { offeringId, questionId, step }: MoveQuestionInput,
): Promise<Result<{ offeringId: string }, FormRefusal>> {
  return transaction(ctx, async (tx) => {
    const { offering, form, over } = await lockForm(tx, offeringId);
    authorize(tx.actor.kind === 'account');
    const at = form.questions.findIndex((q) => q.id === questionId);
    if (at < 0) throw new NotFound('question');
    if (over) return refuse('over');
    const order = moved(form.questions, at, step === 'up' ? -1 : 1);
    const refused = formProblem(order);
    if (refused) return refuse(refused.reason, { detail: { label: refused.label } });
    for (const [index, { id }] of order.entries()) {
      await tx.db
        .update(questions)
        .set({ position: index + 1 })
        .where(eq(questions.id, id));
    }
    await recordAudit(tx, {
      action: 'move_question',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      after: { question: questionId, step },
    });
    return ok({ offeringId });
  });
}

/**
 * Takes a question out of the form. What was answered to it stays with the bookings until its time is
 * over; a question that others wait for is not taken out before them. Throws NotFound for a question that
 * is not on this form.
 * Refuses `over` for a finished or cancelled offering; `decides_others` with the `label` of the
 * question that waits for it.
 */
export async function retireQuestion(
  ctx: Ctx,
  { offeringId, questionId }: RetireQuestionInput,
): Promise<Result<{ offeringId: string }, FormRefusal>> {
  return transaction(ctx, async (tx) => {
    const { offering, form, over } = await lockForm(tx, offeringId);
    authorize(tx.actor.kind === 'account');
    const question = form.questions.find((q) => q.id === questionId);
    if (!question) throw new NotFound('question');
    if (over) return refuse('over');
    const [dependent] = dependentsOf(form.questions, questionId);
    if (dependent) return refuse('decides_others', { detail: { label: dependent.label } });
    await tx.db.update(questions).set({ retiredAt: tx.now }).where(eq(questions.id, questionId));
    await recordAudit(tx, {
      action: 'retire_question',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      before: { question: questionId, label: question.label },
    });
    return ok({ offeringId });
  });
}
