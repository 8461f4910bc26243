import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { questionForms, questions, questionVersions } from '@/db/schema/questions';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';

/**
 * Copies an offering's questions as they stand, as first versions; conditions point at the copies. The
 * lineage stays, so that next year's form can begin with this year's answers of the same person. A question
 * of sessions that are not copied is left out, with what depends on its answer.
 * @param sessions which session of the copy is made after which of the source
 */
export async function copyQuestions(
  tx: Ctx,
  fromId: string,
  toId: string,
  sessions: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const found = await tx.db
    .select({ question: questions, content: questionVersions })
    .from(questions)
    .innerJoin(
      questionVersions,
      and(
        eq(questionVersions.questionId, questions.id),
        eq(questionVersions.version, questions.version),
      ),
    )
    .where(and(eq(questions.offeringId, fromId), isNull(questions.retiredAt)))
    .orderBy(asc(questions.position));
  const copied = (of: readonly string[]) =>
    sessions.filter(({ from }) => of.includes(from)).map(({ to }) => to);
  const left = new Set<string>();
  const rows = found.filter(({ question, content }) => {
    const nowhere = content.sessionIds.length > 0 && copied(content.sessionIds).length === 0;
    const alone = content.showQuestionId !== null && left.has(content.showQuestionId);
    if (nowhere || alone) left.add(question.id);
    return !nowhere && !alone;
  });
  if (rows.length === 0) return;
  const ids = new Map(rows.map(({ question }) => [question.id, newId()]));
  const copyOf = (id: string) => ids.get(id) ?? id;
  await tx.db.insert(questionForms).values({ offeringId: toId, updatedAt: tx.now });
  await tx.db.insert(questions).values(
    rows.map(({ question }) => ({
      ...question,
      id: copyOf(question.id),
      offeringId: toId,
      version: 1,
      createdAt: tx.now,
    })),
  );
  await tx.db.insert(questionVersions).values(
    rows.map(({ content }) => ({
      ...content,
      questionId: copyOf(content.questionId),
      version: 1,
      showQuestionId: content.showQuestionId && copyOf(content.showQuestionId),
      sessionIds: copied(content.sessionIds),
      createdAt: tx.now,
    })),
  );
}
