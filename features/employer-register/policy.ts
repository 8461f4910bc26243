import { permission } from '@/lib/access';

/** Read 企业台账 of an area: the employers, their visits, the coverage. */
export const canSeeRegister = permission({
  name: 'see_employer_register',
  label: '查看企业台账',
  roles: ['town_admin', 'organisation_officer', 'viewer'],
});

/** Enter employers into 企业台账, visit them, and say where each stands. */
export const canKeepRegister = permission({
  name: 'keep_employer_register',
  label: '登记企业台账和走访',
  roles: ['town_admin', 'organisation_officer'],
});
