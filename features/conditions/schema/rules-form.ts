import { z } from 'zod';
import { noticeRuleFields } from '@/features/offerings/schema/notice-rules';
import type { Kind } from '@/features/offerings/schema/offering';
import { occupationCode, optionalNumber, recordId, several, ticked } from '@/lib/forms/form-fields';

/** The conditions as one flat form; what is left empty is not asked. */
export const ruleFields = {
  membersOnly: ticked,
  ageMin: optionalNumber(0, 120),
  ageMax: optionalNumber(0, 120),
  sex: z.enum(['', 'female', 'male']).optional(),
  gradeMin: optionalNumber(1, 12),
  gradeMax: optionalNumber(1, 12),
  occupations: several(occupationCode, 60),
  newFormOnly: ticked,
  organisationIds: several(recordId, 50),
  repeatMonths: optionalNumber(1, 120),
  repeatOf: z.enum(['kind', 'course']).optional(),
  waitlistMax: optionalNumber(0, 10_000),
  noShow: z.enum(['on', 'off']).optional(),
  noShowLimit: optionalNumber(1, 20),
  noShowDays: optionalNumber(7, 366),
  noShowBarDays: optionalNumber(1, 366),
  ...noticeRuleFields,
};

const ruleShape = z.strictObject(ruleFields);
export type RuleInput = z.output<typeof ruleShape>;

const ruleNames = (Object.keys(ruleFields) as (keyof typeof ruleFields)[]).filter(
  (name) => name !== 'segmentId' && name !== 'segmentWords',
);

/** What was typed as `offeringRules` reads it; grades are a child's. */
export function rulesIn(f: RuleInput & { kind: Kind }): Record<string, unknown> {
  const given = Object.fromEntries(ruleNames.map((name) => [name, f[name]]));
  const ofChildren = f.kind === 'childcare' ? {} : { gradeMin: undefined, gradeMax: undefined };
  const segment = f.segmentId ? { id: f.segmentId, words: f.segmentWords ?? '' } : undefined;
  return { ...given, segment, sex: f.sex || undefined, ...ofChildren };
}
