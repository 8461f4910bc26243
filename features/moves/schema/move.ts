import { z } from 'zod';
import { recordId, recordVersion } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

const asking = {
  bookingId: recordId,
  version: recordVersion,
  reason: cleanText({ max: 100, required: '请写明原因，本人看得到' }),
  /** Asked by a notice, or agreed already at the counter or on the telephone. */
  consent: z.enum(['ask', 'given'], { error: '请选怎么征得同意' }),
  proof: optionalText({ max: 100 }),
};

/** 代办 needs to be told how they agreed. */
function provenConsent(
  { consent, proof }: { consent: string; proof: string | null },
  context: z.core.$RefinementCtx,
) {
  if (consent === 'ask' || proof) return;
  const message = '请写明怎么同意的，如：12月1日 10 点电话，本人同意';
  context.addIssue({ code: 'custom', message, path: ['proof'] });
}

export const moveAttendeeInput = z
  .strictObject({ ...asking, sessionId: z.uuid('请选换到哪一场') })
  .superRefine(provenConsent);
export type MoveAttendeeInput = z.output<typeof moveAttendeeInput>;

export const swapAttendeesInput = z
  .strictObject({
    ...asking,
    number: cleanText({ max: 30, required: '请填对方的预约号' }).transform((typed) =>
      typed.toUpperCase(),
    ),
  })
  .superRefine(provenConsent);
export type SwapAttendeesInput = z.output<typeof swapAttendeesInput>;

const answer = z.enum(['yes', 'no'], { error: '请选同意或不同意' });

export const answerMoveRequestInput = z.strictObject({ bookingId: recordId, answer });
export type AnswerMoveRequestInput = z.output<typeof answerMoveRequestInput>;

export const recordMoveAnswerInput = z.strictObject({
  bookingId: recordId,
  answer,
  proof: cleanText({ max: 100, required: '请写明本人怎么答复的' }),
});
export type RecordMoveAnswerInput = z.output<typeof recordMoveAnswerInput>;

export const withdrawMoveRequestInput = z.strictObject({ bookingId: recordId });
export type WithdrawMoveRequestInput = z.output<typeof withdrawMoveRequestInput>;
