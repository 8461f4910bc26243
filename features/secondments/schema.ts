import { z } from 'zod';
import { day, recordId } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

export const enterSecondmentInput = z.strictObject({
  personId: recordId,
  hostId: z
    .union([z.literal(''), z.uuid('请重选借调到的工会')])
    .optional()
    .transform((chosen) => chosen || null),
  hostName: optionalText({ max: 60 }),
  startsOn: day('请选从哪天起'),
  endsOn: day('请选到哪天为止'),
  reason: cleanText({ max: 100, required: '请写明原因' }),
});
export type EnterSecondmentInput = z.output<typeof enterSecondmentInput>;

export const endSecondmentInput = z.strictObject({
  secondmentId: recordId,
  endedOn: day('请选最后一天'),
  reason: cleanText({ max: 100, required: '请写明原因' }),
});
export type EndSecondmentInput = z.output<typeof endSecondmentInput>;

/** The list of secondments: those that go on or come, or those that are over. */
export const secondmentQuery = z.object({
  view: z.enum(['open', 'over']).catch('open'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
