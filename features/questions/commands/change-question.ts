import 'server-only';
import { and, eq } from 'drizzle-orm';
import { questions, questionVersions } from '@/db/schema/questions';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { FormQuestion } from '../queries/form';
import { changeOf, refuseChange } from '../rules/change';
import type { QuestionContent } from '../rules/question';
import type { ChangeQuestionInput } from '../schema/manage-question';
import { bumpFormVersion } from '../steps/append-question';
import { askAgain } from '../steps/ask-again';
import { addVersion, countAnswers, sealAnswers, versionColumns } from '../steps/question-rows';
import { requireSessionsOf } from '../steps/require-sessions';
import type { FormRefusal } from './add-question';
import { lockForm } from './lock-form';

/** Other words stand in place; what asks something else becomes a new version beside the old. */
async function store(tx: Ctx, before: FormQuestion, content: QuestionContent): Promise<number> {
  if (changeOf(before, content) !== 'version') {
    await tx.db
      .update(questionVersions)
      .set(versionColumns(content))
      .where(
        and(
          eq(questionVersions.questionId, before.id),
          eq(questionVersions.version, before.version),
        ),
      );
    return before.version;
  }
  const version = before.version + 1;
  await addVersion(tx, before.id, version, content);
  await tx.db.update(questions).set({ version }).where(eq(questions.id, before.id));
  return version;
}

const auditedContent = (q: QuestionContent) => ({
  type: q.type,
  label: q.label,
  hint: q.hint,
  required: q.required,
  choices: q.choices,
  least: q.least,
  most: q.most,
  condition: q.condition,
  sessionIds: q.sessionIds,
  sensitive: q.sensitive,
  keptDays: q.keptDays,
});

/**
 * Changes a question. A clearer wording leaves the answers as they are; another type, other choices or
 * another duty to answer make a new version, and whoever answered the old one is asked again. Throws
 * NotFound for a question that is not on this form, and for a session that is not the offering’s.
 * Refuses `over` for a finished or cancelled offering.
 * @returns its version, and how many people were told
 */
export async function changeQuestion(
  ctx: Ctx,
  { offeringId, questionId, content }: ChangeQuestionInput,
): Promise<Result<{ offeringId: string; version: number; told: number }, FormRefusal>> {
  return transaction(ctx, async (tx) => {
    const { offering, form, over } = await lockForm(tx, offeringId);
    authorize(tx.actor.kind === 'account');
    const before = form.questions.find((q) => q.id === questionId);
    if (!before) throw new NotFound('question');
    if (over) return refuse('over');
    await requireSessionsOf(tx, offeringId, content.sessionIds);
    const answered = await countAnswers(tx, questionId);
    const refused = refuseChange(form.questions, { ...before, ...content }, answered);
    if (refused) return refuse(refused.reason, { detail: { label: refused.label } });
    const kind = changeOf(before, content);
    if (kind === 'none') return ok({ offeringId, version: before.version, told: 0 });
    const version = await store(tx, before, content);
    if (content.sensitive && !before.sensitive) await sealAnswers(tx, questionId);
    const asks = kind === 'version' || kind === 'shown';
    if (asks) await bumpFormVersion(tx, offeringId);
    const notified = asks ? await askAgain(tx, offering) : 0;
    await recordAudit(tx, {
      action: 'change_question',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      before: { question: questionId, version: before.version, ...auditedContent(before) },
      after: { question: questionId, version, ...auditedContent(content), told: notified },
    });
    return ok({ offeringId, version, told: notified });
  });
}
