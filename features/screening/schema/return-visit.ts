import { z } from 'zod';
import { cleanText, optionalText } from '@/lib/text';

/** Which hospital's desk receives the people booked at a place; empty takes the link away. */
export const setHospitalInput = z.strictObject({
  offeringId: z.uuid('链接不完整，请返回重选'),
  place: cleanText({ max: 60, required: '请选检查地点' }),
  hospitalId: z
    .union([z.uuid('请选医院窗口'), z.literal('')])
    .optional()
    .transform((id) => id || null),
});

/** One field for whatever the desk has at hand. */
export const findAtHospitalInput = z.strictObject({
  typed: cleanText({ max: 400, required: '请扫码，或输入预约号、姓名、证件后四位' }),
});
export type FindAtHospitalInput = z.output<typeof findAtHospitalInput>;

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
    version: z.coerce.number({ error: '请刷新后重试' }).int().positive(),
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

export type SetHospitalInput = z.output<typeof setHospitalInput>;
