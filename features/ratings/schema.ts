import { z } from 'zod';
import { recordVersion } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';
import { type Level, reasonLabels, reasonsAt } from './rules';

const id = z.uuid('链接不完整，请返回重选');

export const ratedTypes = ['booking', 'application'] as const;
export type RatedType = (typeof ratedTypes)[number];

const level = z
  .enum(['1', '2', '3', '4', '5'], { error: '请选满意程度' })
  .transform((typed) => Number(typed) as Level);

const reasons = z.preprocess(
  (v) => (v === undefined || v === '' ? [] : [v].flat()),
  z.array(z.string().refine((code) => code in reasonLabels, '请重新选择')).max(12, '请重新选择'),
);

export const rateInput = z
  .strictObject({
    entityType: z.enum(ratedTypes, { error: '链接不完整，请返回重选' }),
    entityId: id,
    level,
    reasons,
    comment: optionalText({ max: 300, multiline: true }),
  })
  .refine((f) => f.reasons.every((code) => reasonsAt(f.level).includes(code)), {
    path: ['reasons'],
    message: '这些原因和满意程度对不上，请重新选择',
  });
export type RateInput = z.output<typeof rateInput>;

export const answerTaskInput = z.strictObject({
  ratingId: id,
  version: recordVersion,
  answer: cleanText({
    max: 500,
    min: 5,
    required: '请写明查到了什么、怎么改的，本人会看到',
    multiline: true,
  }),
});
export type AnswerTaskInput = z.output<typeof answerTaskInput>;

export const confirmTaskInput = z.strictObject({
  ratingId: id,
  solved: z.enum(['yes', 'no'], { error: '请选解决了没有' }),
});
export type ConfirmTaskInput = z.output<typeof confirmTaskInput>;

/** `?level=` of the rating page; anything else asks for the level first. */
export const ratingQuery = z.object({
  level: z
    .enum(['1', '2', '3', '4', '5'])
    .transform((typed) => Number(typed) as Level)
    .optional()
    .catch(undefined),
});

/** `?case=` on the desk; anything else opens nothing. */
export const taskFilter = z.object({ case: z.uuid().optional().catch(undefined) });
