import 'server-only';
import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { answerFiles, answerSheets, answers, answerValue, questions } from '@/db/schema/questions';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { StoredAnswer } from '../rules/answer-progress';
import type { AnswerValue } from '../rules/question';

export type SheetRow = typeof answerSheets.$inferSelect;

/** An answer as stored, opened; `fileId` for a file. */
export interface StoredAnswerRow extends StoredAnswer {
  readonly id: string;
  readonly questionId: string;
  readonly fileId: string | null;
  readonly withdrawnAt: Date | null;
}

const rowsOf = (tx: Ctx, where: SQL | undefined) =>
  tx.db
    .select({ answer: answers, fileId: answerFiles.id })
    .from(answers)
    .leftJoin(answerFiles, eq(answerFiles.answerId, answers.id))
    .where(where);

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** The value of an answer row, whether plain or sealed. */
export function storedValue(row: {
  id: string;
  value: { v: unknown } | null;
  valueSealed: string | null;
}): AnswerValue {
  const { id, value, valueSealed } = row;
  const plain = valueSealed ? JSON.parse(openField(valueSealed, answerValue(id))) : value?.v;
  // Written by `storedValue` only, which takes nothing but an AnswerValue.
  return plain as AnswerValue;
}

const storedOf = ({ answer: a, fileId }: Row): StoredAnswerRow => ({
  id: a.id,
  questionId: a.questionId,
  version: a.questionVersion,
  value: storedValue(a),
  withdrawn: a.withdrawnAt !== null,
  withdrawnAt: a.withdrawnAt,
  fileId,
});

/** What a sheet answers, by question, opened: for the person, or for rules that need every answer. */
export async function readAnswers(tx: Ctx, sheetId: string): Promise<Map<string, StoredAnswerRow>> {
  const rows = await rowsOf(tx, eq(answers.sheetId, sheetId));
  return new Map(rows.map((row) => [row.answer.questionId, storedOf(row)]));
}

/**
 * What several sheets answer, by sheet and then by question, opened; a sheet without answers is left out.
 */
export async function readAnswersOf(
  tx: Ctx,
  sheetIds: readonly string[],
): Promise<Map<string, Map<string, StoredAnswerRow>>> {
  const found = new Map<string, Map<string, StoredAnswerRow>>();
  if (sheetIds.length === 0) return found;
  for (const row of await rowsOf(tx, inArray(answers.sheetId, [...sheetIds]))) {
    const { sheetId, questionId } = row.answer;
    const sheet = found.get(sheetId) ?? new Map<string, StoredAnswerRow>();
    found.set(sheetId, sheet.set(questionId, storedOf(row)));
  }
  return found;
}

/** The sheet a booking holds, as far as this person may see it; null when nothing was answered. */
export async function findBookingSheet(tx: Ctx, bookingId: string): Promise<SheetRow | null> {
  const [row] = await tx.db
    .select()
    .from(answerSheets)
    .where(eq(answerSheets.bookingId, bookingId));
  return row ?? null;
}

/** What this account has prepared for an attendee and not yet booked with. Null when nothing is. */
export async function findDraftSheet(
  tx: Ctx,
  wanted: { offeringId: string; accountId: string; attendeeId: string },
): Promise<SheetRow | null> {
  const [row] = await tx.db
    .select()
    .from(answerSheets)
    .where(
      and(
        eq(answerSheets.offeringId, wanted.offeringId),
        eq(answerSheets.accountId, wanted.accountId),
        eq(answerSheets.attendeeId, wanted.attendeeId),
        isNull(answerSheets.bookingId),
      ),
    );
  return row ?? null;
}

/** Plain earlier answers of the same person for the same attendee, newest last, by lineage of the question. */
export async function earlierAnswers(
  tx: Ctx,
  who: { accountId: string; attendeeId: string; lineages: readonly string[] },
): Promise<Map<string, AnswerValue>> {
  if (who.lineages.length === 0) return new Map();
  const rows = await tx.db
    .select({ lineage: questions.lineage, id: answers.id, value: answers.value })
    .from(answers)
    .innerJoin(answerSheets, eq(answerSheets.id, answers.sheetId))
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(
      and(
        eq(answerSheets.accountId, who.accountId),
        eq(answerSheets.attendeeId, who.attendeeId),
        isNotNull(answers.value),
        isNull(answers.withdrawnAt),
        inArray(questions.lineage, [...who.lineages]),
      ),
    )
    .orderBy(asc(answers.answeredAt));
  return new Map(rows.map((row) => [row.lineage, storedValue({ ...row, valueSealed: null })]));
}
