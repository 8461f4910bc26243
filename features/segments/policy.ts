import { permission } from '@/lib/access';

/** Make, change and archive 人群 of an organisation, and write to the people in them. */
export const canManageSegments = permission({
  name: 'manage_segments',
  label: '建人群、给人群发消息',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});
