import { permission } from '@/lib/access';

/** 单位统一报名: a union names its own members and those of the unions below it. */
export const canSubmitUnitList = permission({
  name: 'submit_unit_list',
  label: '提交单位名单',
  roles: ['union_admin', 'town_admin'],
});
