import { permission } from '@/lib/access';

/** Enter an application at the counter for a worker who is present (代办). */
export const canEnterApplication = permission({
  name: 'enter_application',
  label: '代办入会申请',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});

/** 窗口换绑: with the document on the table, the number of a member who lost theirs. */
export const canRebindPhone = permission({
  name: 'rebind_phone',
  label: '为会员换绑手机号',
  roles: ['town_admin', 'organisation_officer'],
});
