import { foundingForms } from '@/db/schema/enums';

export type FoundingForm = (typeof foundingForms)[number];

export const formLabels: Record<FoundingForm, string> = {
  own_committee: '单独建基层工会委员会',
  joint_union: '几家联合建基层工会',
  organiser: '选举组织员一人',
};

/**
 * What may be founded by so many *members* (not staff) of one employer: from `bar` on its own committee, below
 * that also a joint union or one organiser. Source: 工会法 11.
 */
export const formsFor = (members: number, bar: number): FoundingForm[] =>
  members >= bar ? ['own_committee'] : [...foundingForms];

export type FoundingFormRefusal = 'committee_needed' | 'several_needed' | 'one_only' | 'nobody';

/**
 * Why these members cannot found a union of this form; null when they can. Source: 工会法 11; domain.md §2.1.
 * @param members how many of each employer, in the order of the employers
 */
export function refuseForm(
  form: FoundingForm,
  members: readonly number[],
  bar: number,
): FoundingFormRefusal | null {
  if (members.some((n) => n < 1)) return 'nobody';
  if (form !== 'joint_union') {
    if (members.length > 1) return 'one_only';
    return form === 'organiser' && (members[0] ?? 0) >= bar ? 'committee_needed' : null;
  }
  if (members.length < 2) return 'several_needed';
  return members.some((n) => n >= bar) ? 'committee_needed' : null;
}
