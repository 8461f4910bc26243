import { z } from 'zod';
import { affairChanges, affairKinds } from '@/db/schema/enums';
import { day, recordId } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

/** 换届, 变更, 注销 or 补证 of a union begins: what happened, when, why. */
export const beginAffairInput = z
  .strictObject({
    organisationId: recordId,
    kind: z.enum(affairKinds, { error: '请选办什么' }),
    happenedOn: day('请选日期'),
    what: z
      .union([z.enum(affairChanges), z.literal('')])
      .optional()
      .transform((what) => what || null),
    value: optionalText({ max: 100 }),
    reason: cleanText({ max: 200, required: '请写依据或原因' }),
  })
  .superRefine(({ kind, what, value }, ctx) => {
    if (kind !== 'change') return;
    if (!what) ctx.addIssue({ code: 'custom', path: ['what'], message: '请选变更什么' });
    if (!value) ctx.addIssue({ code: 'custom', path: ['value'], message: '请填变更后的内容' });
  });
export type BeginAffairInput = z.output<typeof beginAffairInput>;
