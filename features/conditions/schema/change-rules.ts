import { z } from 'zod';
import { offeringKinds } from '@/db/schema/enums';
import { type OfferingRules, offeringRules } from '@/features/offerings/schema/offering';
import { recordId, recordVersion, ticked } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';
import { type RuleInput, ruleFields, rulesIn } from './rules-form';

export const ruleDraftFields = {
  kind: z.enum(offeringKinds, { error: '请选类型' }),
  ...ruleFields,
};
type Draft = RuleInput & { kind: z.output<(typeof ruleDraftFields)['kind']> };

const segmentFields: Record<string, string> = { id: 'segmentId', words: 'segmentWords' };

/** The rules that a form describes; what does not fit together is said at its field. */
export function toRules(typed: Draft, ctx: z.RefinementCtx): OfferingRules {
  const parsed = offeringRules.safeParse(rulesIn(typed));
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const field = path[0] === 'segment' ? segmentFields[String(path[1])] : path[0];
    ctx.addIssue({ code: 'custom', path: [String(field ?? 'form')], message });
  }
  return z.NEVER;
}

/** A proposal in the address of the editor: nothing is stored by it. */
export const rulesDraft = z.strictObject(ruleDraftFields).transform(toRules);

/** `version` is the version of the rules that the officer saw, not of the offering. */
export const changeRulesInput = z
  .strictObject({
    ...ruleDraftFields,
    offeringId: recordId,
    version: recordVersion,
    reason: cleanText({ max: 200, min: 0, multiline: true }).optional(),
    evenSo: ticked,
  })
  .transform(({ offeringId, version, reason, evenSo, ...typed }, ctx) => ({
    offeringId,
    version,
    reason: reason || null,
    evenSo,
    rules: toRules(typed, ctx),
  }));
export type ChangeRulesInput = z.output<typeof changeRulesInput>;

export const saveRuleSetInput = z
  .strictObject({
    ...ruleDraftFields,
    offeringId: recordId,
    title: cleanText({ max: 30, required: '请填名称' }),
  })
  .transform(({ offeringId, title, ...typed }, ctx) => ({
    offeringId,
    title,
    rules: toRules(typed, ctx),
  }));
export type SaveRuleSetInput = z.output<typeof saveRuleSetInput>;

export const removeRuleSetInput = z.strictObject({ setId: recordId, offeringId: recordId });
export type RemoveRuleSetInput = z.output<typeof removeRuleSetInput>;
