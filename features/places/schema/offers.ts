import { z } from 'zod';
import { waitlistModes } from '@/features/offerings/schema/allocation';
import { optionalNumber, recordId, recordVersion, ticked } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';

/** The person's own yes or no to a place that is held for them. */
export const answerOfferInput = z.strictObject({ bookingId: recordId });
export type AnswerOfferInput = z.output<typeof answerOfferInput>;

/** An officer gives one who waits a place out of turn, or above capacity; either is explained. */
export const givePlaceInput = z.strictObject({
  bookingId: recordId,
  version: recordVersion,
  reason: cleanText({ max: 100, required: '请写明原因，会记入操作日志' }),
});
export type GivePlaceInput = z.output<typeof givePlaceInput>;

/** How a freed place reaches the queue of an offering; empty numbers follow the settings. */
export const changeWaitlistInput = z.strictObject({
  offeringId: recordId,
  version: recordVersion,
  mode: z.enum(waitlistModes, { error: '请选一种' }),
  paused: ticked,
  offerHours: optionalNumber(1, 240),
  nearHours: optionalNumber(0, 72),
  nearMinutes: optionalNumber(5, 720),
});
export type ChangeWaitlistInput = z.output<typeof changeWaitlistInput>;
