import 'server-only';
import { and, count, eq, isNotNull } from 'drizzle-orm';
import { answers, answerValue, questionVersions } from '@/db/schema/questions';
import { accountOf } from '@/lib/actor';
import { sealField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';
import type { QuestionContent } from '../rules/question';

/**
 * The columns of a version's row, as the officer wrote the question; null for what it does not ask.
 */
export const versionColumns = (content: QuestionContent) => ({
  type: content.type,
  label: content.label,
  hint: content.hint,
  required: content.required,
  choices: [...content.choices],
  least: content.least,
  most: content.most,
  showQuestionId: content.condition?.questionId ?? null,
  showValue: content.condition?.value ?? null,
  sessionIds: [...content.sessionIds],
  sensitive: content.sensitive,
  keptDays: content.keptDays,
});

/** Writes a version of a question with its content; the first one is 1. */
export async function addVersion(
  tx: Ctx,
  questionId: string,
  version: number,
  content: QuestionContent,
): Promise<void> {
  await tx.db.insert(questionVersions).values({
    questionId,
    version,
    ...versionColumns(content),
    createdAt: tx.now,
    createdBy: accountOf(tx.actor),
  });
}

/** How many answers a question holds, prepared ones included; the officer may not see them, the system counts. */
export async function countAnswers(tx: Ctx, questionId: string): Promise<number> {
  const [row] = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db.select({ n: count() }).from(answers).where(eq(answers.questionId, questionId)),
  );
  return row?.n ?? 0;
}

/** A question became sensitive: what was answered in plain is sealed with it, at once. */
export async function sealAnswers(tx: Ctx, questionId: string): Promise<void> {
  await within(tx, asSystem(tx), async (systemTx) => {
    const plain = await systemTx.db
      .select({ id: answers.id, value: answers.value })
      .from(answers)
      .where(and(eq(answers.questionId, questionId), isNotNull(answers.value)));
    for (const { id, value } of plain) {
      const valueSealed = sealField(JSON.stringify(value?.v), answerValue(id));
      await systemTx.db.update(answers).set({ value: null, valueSealed }).where(eq(answers.id, id));
    }
  });
}
