import 'server-only';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { answerSheets, answers, questions } from '@/db/schema/questions';
import { canDecideBookings } from '@/features/bookings/policy';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { answerProgressOf } from '../rules/answer-progress';
import { askedIn } from '../rules/question';
import { keptDaysByDefault } from '../settings';
import { readForm } from './form';
import { readAnswersOf } from './sheet';

const MOST_LISTED = 200;

/**
 * The form of an offering for the officer who manages it, with how many have answered each question.
 * The offering comes from `getDeskOffering`, which gives only what this officer manages.
 */
export async function getDeskForm(ctx: Ctx, offering: DeskOffering) {
  return read(ctx, async (tx) => {
    const form = await readForm(tx, offering.id);
    const counted = await tx.db
      .select({ id: questions.id, n: sql<number>`count(*)::int` })
      .from(answers)
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .where(eq(questions.offeringId, offering.id))
      .groupBy(questions.id);
    const counts = new Map(counted.map((row) => [row.id, row.n]));
    const { keptDaysByDefault: keptDays } = await readSettings(tx, { keptDaysByDefault });
    return {
      version: form.version,
      keptDays,
      questions: form.questions.map((q) => ({ ...q, answered: counts.get(q.id) ?? 0 })),
    };
  });
}

export type DeskForm = Awaited<ReturnType<typeof getDeskForm>>;
export type DeskQuestion = DeskForm['questions'][number];

/** The bookings that hold answers, newest first, and whether something is open; only for who may read them. */
export async function listAnswered(ctx: Ctx, offering: DeskOffering) {
  return read(ctx, async (tx) => {
    const path = await organisationPath(tx, offering.organisationId);
    if (!canDecideBookings[offering.kind](tx.actor, path)) return [];
    const form = await readForm(tx, offering.id);
    const rows = await tx.db
      .select({
        bookingId: bookings.id,
        sheetId: answerSheets.id,
        number: bookings.number,
        attendee: bookings.attendeeMasked,
        status: bookings.status,
        session: offeringSessions.title,
        sessionId: bookings.sessionId,
        updatedAt: answerSheets.updatedAt,
      })
      .from(answerSheets)
      .innerJoin(bookings, eq(bookings.id, answerSheets.bookingId))
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .where(
        and(
          eq(answerSheets.offeringId, offering.id),
          inArray(answerSheets.id, tx.db.select({ id: answers.sheetId }).from(answers)),
        ),
      )
      .orderBy(desc(answerSheets.updatedAt), asc(answerSheets.id))
      .limit(MOST_LISTED);
    const stored = await readAnswersOf(
      tx,
      rows.map((row) => row.sheetId),
    );
    return rows.map((row) => ({
      ...row,
      open: answerProgressOf(
        askedIn(form.questions, row.sessionId),
        stored.get(row.sheetId) ?? new Map(),
      ).open.length,
    }));
  });
}

export type AnsweredItem = Awaited<ReturnType<typeof listAnswered>>[number];
