import 'server-only';
import { bookingAnswers, bookingHealth } from '@/db/schema/bookings';
import { actsFor } from '@/features/bookings/queries/acts-for';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import { readSealed } from '@/features/bookings/queries/my-correction';
import { pickUpChange, pickUpPeople } from '@/features/bookings/rules/pick-up';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { lockBooking } from '@/features/places/steps/lock-booking';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { missingCorrections } from '../rules/answers';
import { healthNotesConsent, pickUpConsent } from '../rules/consents';
import type { AnswerSendBackInput } from '../schema/booking';

interface Correction {
  readonly answersSealed?: string | null;
  readonly healthSealed?: string | null;
}

/**
 * The fields that were named, in the columns the class reads: who may fetch the child is there at once.
 * @param by the account of the guardian or adult who answers: the consents are theirs
 * @returns the columns, and what changed in words for the desk
 */
async function correct(
  tx: Ctx,
  booking: BookingRow,
  input: AnswerSendBackInput,
  by: string,
): Promise<{ columns: Correction; changes: string[] }> {
  const { sentBackFields: asked } = booking;
  const before = await readSealed(tx, booking.id);
  const subject = { type: 'booking', id: booking.id };
  const changes: string[] = [];
  const columns: { -readonly [K in keyof Correction]: Correction[K] } = {};
  const people = pickUpPeople(input);
  const change = asked.includes('pick_up') ? pickUpChange(before.people, people) : null;
  if (change) {
    const sealed = sealField(JSON.stringify(people), bookingAnswers(booking.id));
    columns.answersSealed = people.length > 0 ? sealed : null;
    changes.push(change);
    if (people.length > 0) await recordConsent(tx, by, pickUpConsent, subject);
  }
  const notes = input.healthNotes ?? '';
  const isAsked = booking.asksHealthNotes && asked.includes('health_notes');
  if (isAsked && notes !== before.healthNotes) {
    columns.healthSealed = notes ? sealField(notes, bookingHealth(booking.id)) : null;
    changes.push('健康提示已改');
    if (notes) await recordConsent(tx, by, healthNotesConsent, subject);
  }
  return { columns, changes };
}

/**
 * Answers what the desk asked for; the booking waits for approval again, its place held all the
 * while.
 * Refuses `not_sent_back`; `missing` with words for the fields.
 */
export async function answerSendBack(
  ctx: Ctx,
  input: AnswerSendBackInput,
): Promise<Result<{ bookingId: string }, 'not_sent_back' | 'missing'>> {
  return transaction(ctx, async (tx) => {
    const { booking } = await lockBooking(tx, input.bookingId);
    authorize(tx.actor.kind === 'account' && (await actsFor(tx, booking)));
    if (booking.status !== 'sent_back') return refuse('not_sent_back');
    const fieldErrors = missingCorrections(booking.sentBackFields, input);
    if (Object.keys(fieldErrors).length > 0) return refuse('missing', { fieldErrors });
    const { columns, changes } = await correct(tx, booking, input, tx.actor.accountId);
    const note = [input.answer, ...changes].filter(Boolean).join('；') || '内容没有改动';
    await moveBooking(
      tx,
      booking,
      { to: 'pending', type: 'answered', by: '本人', note },
      { sentBackFields: [], ...columns },
    );
    await recordAudit(tx, {
      action: 'answer_send_back',
      entityType: 'booking',
      entityId: booking.id,
      organisationId: booking.organiserId,
      before: { status: 'sent_back' },
      after: { status: 'pending' },
    });
    return ok({ bookingId: booking.id });
  });
}
