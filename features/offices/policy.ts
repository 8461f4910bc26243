import { permission } from '@/lib/access';

/** See the term, the office holders and the certificate of a union. */
export const canSeeOffices = permission({
  name: 'see_union_offices',
  label: '查看工会任期、任职和证书',
  roles: ['union_admin', 'town_admin', 'organisation_officer', 'viewer'],
});

/** Ask the level above to let the term of a union run on (domain.md §2.2). */
export const canAskExtension = permission({
  name: 'ask_term_extension',
  label: '申请延期换届',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});

/** Type who came into and left an office, from the paper of the level above (工会法 12, 16). */
export const canKeepOffices = permission({
  name: 'keep_union_offices',
  label: '登记工会任期、任职和证书',
  roles: ['town_admin', 'organisation_officer'],
});
