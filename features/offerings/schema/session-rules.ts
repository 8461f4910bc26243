import { type OfferingRules, offeringRules } from './offering';

/**
 * What one session may ask beside its offering: who somebody is. How often, how many and in what order
 * belongs to the offering as a whole.
 */
export const sessionRuleFields = [
  'ageMin',
  'ageMax',
  'bornFrom',
  'bornTo',
  'schoolAgeMin',
  'schoolAgeMax',
  'gradeMin',
  'gradeMax',
  'sex',
  'occupations',
  'newFormOnly',
  'organisationIds',
  'joinedMonths',
] as const satisfies readonly (keyof OfferingRules)[];

const says = (value: unknown) =>
  value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);

/** Of all rules those that a session may have, without what asks nothing: as `offering_sessions.rules` stores it. */
export const onlySessionRules = (rules: OfferingRules): Record<string, unknown> =>
  Object.fromEntries(
    sessionRuleFields.flatMap((name) => (says(rules[name]) ? [[name, rules[name]] as const] : [])),
  );

/** Stored conditions of a session as rules; what only an offering asks is not asked. */
export const sessionRules = (stored: Record<string, unknown>): OfferingRules =>
  offeringRules.parse({ membersOnly: false, ...stored });
