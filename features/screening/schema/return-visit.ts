import { z } from 'zod';
import { recordVersion } from '@/lib/forms/form-fields';
import { optionalText } from '@/lib/text';

const id = z.uuid('链接不完整，请返回重选');

export const askReturnInput = z.strictObject({
  offeringId: id,
  returnConsent: z.literal('yes', { error: '请阅读后勾选同意，再提交' }),
});
export type AskReturnInput = z.output<typeof askReturnInput>;

export const withdrawReturnInput = z.strictObject({ offeringId: id });

/** One form, two buttons: a no owes her a sentence. */
export const decideReturnInput = z
  .strictObject({
    returnId: id,
    version: recordVersion,
    to: z.enum(['verified', 'refused'], { error: '请选属实或不符' }),
    answer: optionalText({ max: 200, multiline: true }),
  })
  .refine((f) => f.to === 'verified' || f.answer !== null, {
    path: ['answer'],
    message: '不符要写明原因和怎么办，本人会看到',
  });
export type DecideReturnInput = z.output<typeof decideReturnInput>;

/** `?case=` on the desk; anything else opens nothing. */
export const returnFilter = z.object({ case: z.uuid().optional().catch(undefined) });
