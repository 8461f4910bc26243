import { permission } from '@/lib/access';

/** 单位统一报名: a union names its own members and those of the unions below it. */
export const canSubmitUnitList = permission({
  name: 'submit_unit_list',
  label: '提交单位名单',
  roles: ['union_admin', 'town_admin'],
});

/** The chair's own first page: the people, lists and waiting cases of one union (domain.md §4.2). */
export const canStartAtUnit = permission({
  name: 'start_at_unit',
  label: '本单位首页',
  roles: ['union_admin'],
});
