import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { consents } from '@/db/schema/identity';
import { answers } from '@/db/schema/questions';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { readAllQuestions } from '../queries/form';
import { findBookingSheet, readAnswers } from '../queries/sheet';
import type { WithdrawAnswerInput } from '../schema/answer';
import { noteInHistory } from '../steps/note-in-history';
import { consentPurpose, consentVersion } from '../steps/store-answers';

/**
 * Takes back a consent given with a booking, at any time (PIPL 15). The booking stands; its organiser
 * sees that the consent is gone, and when. Throws NotFound for a booking that is not one's own, and for
 * what was never consented to.
 * Refuses `no_consent` when it was taken back before.
 */
export async function withdrawAnswer(
  ctx: Ctx,
  { bookingId, questionId }: WithdrawAnswerInput,
): Promise<Result<{ bookingId: string }, 'no_consent'>> {
  return transaction(ctx, async (tx) => {
    const booking = await getMyBooking(tx, bookingId);
    authorize(tx.actor.kind === 'account');
    const sheet = await findBookingSheet(tx, bookingId);
    const answer = sheet && (await readAnswers(tx, sheet.id)).get(questionId);
    const asked = await readAllQuestions(tx, booking.offeringId);
    const question = asked.find((q) => q.id === questionId);
    if (!sheet || !answer || question?.type !== 'consent') throw new NotFound('answer');
    if (answer.withdrawn) return refuse('no_consent');
    await tx.db.update(answers).set({ withdrawnAt: tx.now }).where(eq(answers.id, answer.id));
    await tx.db
      .update(consents)
      .set({ withdrawnAt: tx.now })
      .where(
        and(
          eq(consents.purpose, consentPurpose),
          eq(consents.subjectId, sheet.id),
          eq(consents.textVersion, consentVersion({ id: questionId, version: answer.version })),
          isNull(consents.withdrawnAt),
        ),
      );
    await noteInHistory(tx, booking, 'consent_withdrawn', `“${question.label}”`);
    await recordAudit(tx, {
      action: 'withdraw_consent',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: sheet.organiserId,
      before: { question: questionId, version: answer.version },
    });
    return ok({ bookingId });
  });
}
