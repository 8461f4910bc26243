import 'server-only';
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { questionForms, questions, questionVersions } from '@/db/schema/questions';
import type { Ctx } from '@/lib/ctx';
import { askedIn, type Question } from '../rules/question';

/** A question of an offering as it stands, with what binds it to copies and to its place in the form. */
export interface FormQuestion extends Question {
  readonly lineage: string;
  readonly position: number;
  readonly retired: boolean;
}

export interface FormFacts {
  /** 0 when the offering asks nothing. */
  readonly version: number;
  readonly questions: readonly FormQuestion[];
}

async function rowsOf(tx: Ctx, where: SQL | undefined) {
  return tx.db
    .select({ question: questions, content: questionVersions })
    .from(questions)
    .innerJoin(
      questionVersions,
      and(
        eq(questionVersions.questionId, questions.id),
        eq(questionVersions.version, questions.version),
      ),
    )
    .where(where)
    .orderBy(asc(questions.position), asc(questions.id));
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const questionOf = ({ question: q, content: c }: Row): FormQuestion => ({
  id: q.id,
  version: q.version,
  lineage: q.lineage,
  position: q.position,
  retired: q.retiredAt !== null,
  type: c.type,
  label: c.label,
  hint: c.hint,
  required: c.required,
  choices: c.choices,
  least: c.least,
  most: c.most,
  condition:
    c.showQuestionId && c.showValue !== null
      ? { questionId: c.showQuestionId, value: c.showValue }
      : null,
  sessionIds: c.sessionIds,
  sensitive: c.sensitive,
  keptDays: c.keptDays,
});

/** What an offering asks now, in order, without retired questions. Anyone who may book may read it. */
export async function readForm(tx: Ctx, offeringId: string): Promise<FormFacts> {
  const [forms, rows] = await Promise.all([
    tx.db
      .select({ version: questionForms.version })
      .from(questionForms)
      .where(eq(questionForms.offeringId, offeringId)),
    rowsOf(tx, and(eq(questions.offeringId, offeringId), isNull(questions.retiredAt))),
  ]);
  return { version: forms[0]?.version ?? 0, questions: rows.map(questionOf) };
}

/** What one session asks, and beside it what only others ask. */
export interface FormOfSession extends FormFacts {
  readonly elsewhere: readonly FormQuestion[];
}

/** What one session of an offering asks now, in order; `version` is that of the whole form. */
export async function readFormOf(
  tx: Ctx,
  { offeringId, sessionId }: { offeringId: string; sessionId: string },
): Promise<FormOfSession> {
  const form = await readForm(tx, offeringId);
  const asked = askedIn(form.questions, sessionId);
  const elsewhere = form.questions.filter((q) => !asked.includes(q));
  return { version: form.version, questions: asked, elsewhere };
}

/**
 * Every question the offering ever asked, for reading answers given to those that are retired.
 * In the order of the form.
 */
export async function readAllQuestions(tx: Ctx, offeringId: string): Promise<FormQuestion[]> {
  return (await rowsOf(tx, eq(questions.offeringId, offeringId))).map(questionOf);
}
