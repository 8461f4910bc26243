import { permission } from '@/lib/access';

/** Walk the tree, see who is responsible where, print a union's QR code. */
export const canSeeOrganisations = permission({
  name: 'see_organisations',
  label: '查看组织树',
  roles: [
    'union_admin',
    'town_admin',
    'organisation_officer',
    'women_officer',
    'economy_officer',
    'viewer',
    'system_admin',
  ],
});

/** Found, rename, move and close organisations at the node and below (工会法 12: the union one level up). */
export const canManageOrganisations = permission({
  name: 'manage_organisations',
  label: '新建、修改、调整和撤销组织',
  roles: ['organisation_officer', 'system_admin'],
});

/** Keep the list of employers and which union each belongs to. */
export const canManageEmployers = permission({
  name: 'manage_employers',
  label: '维护用人单位',
  roles: ['town_admin', 'organisation_officer'],
});
