import { z } from 'zod';
import { absenceCauses } from '@/db/schema/enums';
import { recordVersion } from '@/lib/forms/form-fields';
import { returnFields } from '@/lib/forms/return-to';
import { cleanText, optionalText } from '@/lib/text';

const id = z.uuid('链接不完整，请返回重选');

export const appealInput = z.strictObject({
  bookingId: id,
  reason: cleanText({
    max: 300,
    min: 4,
    required: '请写明没来的原因，如：临时加班，已打电话说明',
    multiline: true,
  }),
});
export type AppealInput = z.output<typeof appealInput>;

const answer = optionalText({ max: 200, multiline: true });

/** One form, two buttons: the officer's words are a must only where the answer is no. */
export const decideAppealInput = z
  .strictObject({
    bookingId: id,
    version: recordVersion,
    to: z.enum(['accepted', 'refused'], { error: '请选同意或不同意' }),
    answer,
    back: returnFields.back,
  })
  .refine((f) => f.to === 'accepted' || f.answer !== null, {
    path: ['answer'],
    message: '不同意要写明原因，本人会看到',
  });
export type DecideAppealInput = z.output<typeof decideAppealInput>;

/** Why somebody is excused, as a select or a button sends it. */
export const absenceCause = z.enum(absenceCauses, { error: '请选一个原因' });

/** 现场豁免 with its cause, and taking it back. */
export const excuseInput = z
  .strictObject({
    bookingId: id,
    to: z.enum(['excused', 'none'], { error: '请选豁免或撤销' }),
    cause: absenceCause.optional(),
  })
  .refine((f) => f.to === 'none' || f.cause !== undefined, {
    path: ['cause'],
    message: '请选一个原因',
  });
export type ExcuseInput = z.output<typeof excuseInput>;

/** `?case=` on the desk; anything else opens nothing. */
export const appealFilter = z.object({ case: z.uuid().optional().catch(undefined) });
