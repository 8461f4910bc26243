import { permission } from '@/lib/access';

/** Decide about a wrong name, birth date or document with the proof, and put it right at the counter. */
export const canCorrectIdentity = permission({
  name: 'correct_identity',
  label: '更正姓名、证件、出生日期',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});
