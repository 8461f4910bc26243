import { permission } from '@/lib/access';

/** Keep the register of places of an organisation and those below it. */
export const canManageVenues = permission({
  name: 'manage_venues',
  label: '维护地点',
  roles: ['union_admin', 'town_admin', 'organisation_officer', 'women_officer', 'economy_officer'],
});
