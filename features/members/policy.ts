import { permission } from '@/lib/access';

/** Open, send back, approve or reject an application that lies on the organisation's desk. */
export const canReviewApplication = permission({
  name: 'review_application',
  label: '审核入会申请',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});

/** Look up members of the organisation and below; numbers stay masked. */
export const canSeeMembers = permission({
  name: 'see_members',
  label: '查看会员名册',
  roles: ['union_admin', 'town_admin', 'organisation_officer', 'viewer'],
});
