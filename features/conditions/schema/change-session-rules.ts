import { z } from 'zod';
import { recordId, ticked } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';
import { ruleDraftFields, toRules } from './change-rules';

/** `version` is that of the session's own conditions that the officer saw; 0 where there were none. */
export const changeSessionRulesInput = z
  .strictObject({
    ...ruleDraftFields,
    sessionId: recordId,
    version: z.coerce.number({ error: '请刷新后重试' }).int().min(0),
    reason: cleanText({ max: 200, min: 0, multiline: true }).optional(),
    evenSo: ticked,
  })
  .transform(({ sessionId, version, reason, evenSo, ...typed }, ctx) => ({
    sessionId,
    version,
    reason: reason || null,
    evenSo,
    rules: toRules(typed, ctx),
  }));
export type ChangeSessionRulesInput = z.output<typeof changeSessionRulesInput>;
