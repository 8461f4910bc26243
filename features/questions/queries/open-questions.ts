import 'server-only';
import { inArray } from 'drizzle-orm';
import { answerSheets, questionForms } from '@/db/schema/questions';
import type { MyBooking } from '@/features/bookings/queries/my-bookings';
import { cancelDeadline } from '@/features/bookings/rules/booking';
import type { Ctx } from '@/lib/ctx';
import { answerProgressOf } from '../rules/answer-progress';
import { mayStillAnswer } from '../rules/may-answer';
import { askedIn } from '../rules/question';
import { readForm } from './form';
import { readAnswersOf } from './sheet';

interface OpenQuestions {
  readonly bookingId: string;
  readonly title: string;
  /** Questions that must be answered. */
  readonly open: number;
  readonly until: Date;
}

/**
 * Which of one's own bookings want answers that are missing and may still be given, in the order in which the
 * bookings come. The bookings come from `listUpcoming`, which gives only one's own.
 */
export async function listOpenQuestions(
  tx: Ctx,
  upcoming: readonly MyBooking[],
): Promise<OpenQuestions[]> {
  const mine = upcoming.filter((b) => mayStillAnswer(b, tx.now));
  if (mine.length === 0) return [];
  const offeringIds = [...new Set(mine.map((b) => b.offeringId))];
  const asking = await tx.db
    .select({ id: questionForms.offeringId })
    .from(questionForms)
    .where(inArray(questionForms.offeringId, offeringIds));
  const forms = new Map(
    await Promise.all(asking.map(async ({ id }) => [id, await readForm(tx, id)] as const)),
  );
  const asked = mine.filter((b) => forms.has(b.offeringId));
  if (asked.length === 0) return [];
  const sheets = await tx.db
    .select({ id: answerSheets.id, bookingId: answerSheets.bookingId })
    .from(answerSheets)
    .where(
      inArray(
        answerSheets.bookingId,
        asked.map(({ id }) => id),
      ),
    );
  const answers = await readAnswersOf(
    tx,
    sheets.map(({ id }) => id),
  );
  return asked.flatMap((b) => {
    const form = askedIn(forms.get(b.offeringId)?.questions ?? [], b.sessionId);
    const sheet = sheets.find(({ bookingId }) => bookingId === b.id);
    const { open } = answerProgressOf(form, answers.get(sheet?.id ?? '') ?? new Map());
    const until = cancelDeadline(b.startsAt, b.cancelHours);
    return open.length > 0 ? [{ bookingId: b.id, title: b.title, open: open.length, until }] : [];
  });
}
