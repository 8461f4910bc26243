import 'server-only';
import type { z } from 'zod';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { recordConsent } from '@/lib/consents';
import { sealField } from '@/lib/crypto/field';
import { bookingHealth } from '@/lib/crypto/places';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isOwnBooking } from '../policy';
import { bookingDueOn } from '../queries/due-on';
import { healthNotesConsent } from '../rules/consents';
import type { answerSendBackInput } from '../schema/booking';
import { holdBooking } from './hold-booking';
import { moveBooking } from './move-booking';

/** Answers what the desk asked for; the booking waits for approval again, its place held all the while. */
export async function answerSendBack(
  ctx: Ctx,
  input: z.output<typeof answerSendBackInput>,
): Promise<Result<{ bookingId: string }, 'not_sent_back' | 'missing'>> {
  return transaction(ctx, async (tx) => {
    const { booking } = await holdBooking(tx, input.bookingId);
    authorize(isOwnBooking(tx.actor, booking));
    if (booking.status !== 'sent_back') return refuse('not_sent_back');
    if (input.healthNotes && !input.healthConsent) {
      const healthConsent = '填了健康提示，要先勾选同意；也可以清空不填';
      return refuse('missing', { fieldErrors: { healthConsent } });
    }
    const healthSealed =
      booking.asksHealthNotes &&
      input.healthNotes &&
      sealField(input.healthNotes, bookingHealth(booking.id));
    if (healthSealed) {
      await recordConsent(tx, booking.accountId, healthNotesConsent, {
        type: 'booking',
        id: booking.id,
      });
    }
    await moveBooking(
      tx,
      booking,
      { to: 'pending', type: 'answered', by: '本人', note: input.answer },
      { sentBackFields: [], dueOn: await bookingDueOn(tx), ...(healthSealed && { healthSealed }) },
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
