import { z } from 'zod';
import { caseKinds, reasonedDecisions } from '@/db/schema/enums';
import { cleanText } from '@/lib/text';
import { mostReasons, reasonLines } from '../rules/reasons';

const reload = '页面已更新，请刷新后再试';

export const saveReasonsInput = z
  .strictObject({
    caseKind: z.enum(caseKinds, reload),
    decision: z.enum(reasonedDecisions, reload),
    text: cleanText({ max: 1300, min: 0, multiline: true })
      .transform(reasonLines)
      .refine((lines) => lines.length <= mostReasons, `最多 ${mostReasons} 条，请删去不常用的`)
      .refine((lines) => lines.every((line) => line.length <= 200), '每条最多 200 字，请缩短'),
  })
  .transform(({ text, ...rest }) => ({ ...rest, lines: text }));
export type SaveReasons = z.output<typeof saveReasonsInput>;
