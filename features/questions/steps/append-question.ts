import 'server-only';
import { eq, max, sql } from 'drizzle-orm';
import { questionForms, questions } from '@/db/schema/questions';
import type { Ctx } from '@/lib/ctx';
import type { QuestionContent } from '../rules/question';
import { addVersion } from './question-rows';

/** The form may ask somebody something new: its version grows, and prepared answers are looked at again. */
export async function bumpFormVersion(tx: Ctx, offeringId: string): Promise<void> {
  await tx.db
    .insert(questionForms)
    .values({ offeringId, updatedAt: tx.now })
    .onConflictDoUpdate({
      target: questionForms.offeringId,
      set: { version: sql`${questionForms.version} + 1`, updatedAt: tx.now },
    });
}

/** Writes a question at the end of an offering's form, as a first version that begins a line of its own. */
export async function appendQuestion(
  tx: Ctx,
  offeringId: string,
  { id, ...content }: QuestionContent & { id: string },
): Promise<void> {
  await bumpFormVersion(tx, offeringId);
  const [last] = await tx.db
    .select({ position: max(questions.position) })
    .from(questions)
    .where(eq(questions.offeringId, offeringId));
  const position = (last?.position ?? 0) + 1;
  await tx.db
    .insert(questions)
    .values({ id, offeringId, lineage: id, position, createdAt: tx.now });
  await addVersion(tx, id, 1, content);
}
