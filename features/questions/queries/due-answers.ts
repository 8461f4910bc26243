import 'server-only';
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import {
  answerFiles,
  answerSheets,
  answers,
  questions,
  questionVersions,
} from '@/db/schema/questions';
import type { Ctx } from '@/lib/ctx';
import { unsentDays } from '../rules/certificate';
import { isDue } from '../rules/retention';

export interface DueAnswer {
  readonly answerId: string;
  readonly sheetId: string;
  readonly offeringId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly questionId: string;
  readonly label: string;
  readonly keptDays: number;
  readonly hasFile: boolean;
}

/** When each offering is over: its last session that stands, or its last session at all. */
const endOf = (tx: Ctx) =>
  tx.db
    .select({
      offeringId: offeringSessions.offeringId,
      endedAt: sql<Date>`coalesce(max(${offeringSessions.endsAt}) filter
        (where ${offeringSessions.cancelledAt} is null), max(${offeringSessions.endsAt}))`
        .mapWith(offeringSessions.endsAt)
        .as('ended_at'),
    })
    .from(offeringSessions)
    .groupBy(offeringSessions.offeringId)
    .as('ends');

const columns = {
  answerId: answers.id,
  sheetId: answerSheets.id,
  offeringId: offerings.id,
  organisationId: offerings.organisationId,
  title: offerings.title,
  questionId: questions.id,
  label: questionVersions.label,
  keptDays: questionVersions.keptDays,
  fileId: answerFiles.id,
};

const withContent = and(
  eq(questionVersions.questionId, questions.id),
  eq(questionVersions.version, questions.version),
);

/** Answers of bookings whose time is over (PIPL 19): by each question's own days. */
export async function findDueAnswers(tx: Ctx): Promise<DueAnswer[]> {
  const ends = endOf(tx);
  const rows = await tx.db
    .select({ ...columns, endedAt: ends.endedAt })
    .from(answers)
    .innerJoin(answerSheets, eq(answerSheets.id, answers.sheetId))
    .innerJoin(offerings, eq(offerings.id, answerSheets.offeringId))
    .innerJoin(ends, eq(ends.offeringId, offerings.id))
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .innerJoin(questionVersions, withContent)
    .leftJoin(answerFiles, eq(answerFiles.answerId, answers.id))
    .where(and(isNotNull(answerSheets.bookingId), lt(ends.endedAt, sql`now()`)));
  return rows
    .filter((row) => isDue(row.endedAt, row.keptDays, tx.now))
    .map(({ fileId, endedAt: _, ...row }) => ({ ...row, hasFile: fileId !== null }));
}

/** Answers that were prepared and not booked with for a month: nobody needs them. */
export async function findUnsentAnswers(tx: Ctx): Promise<DueAnswer[]> {
  const rows = await tx.db
    .select(columns)
    .from(answers)
    .innerJoin(answerSheets, eq(answerSheets.id, answers.sheetId))
    .innerJoin(offerings, eq(offerings.id, answerSheets.offeringId))
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .innerJoin(questionVersions, withContent)
    .leftJoin(answerFiles, eq(answerFiles.answerId, answers.id))
    .where(
      and(
        isNull(answerSheets.bookingId),
        lt(answerSheets.updatedAt, sql`now() - make_interval(days => ${unsentDays})`),
      ),
    );
  return rows.map(({ fileId, ...row }) => ({ ...row, hasFile: fileId !== null }));
}
