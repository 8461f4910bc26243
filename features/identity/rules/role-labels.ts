import type { RoleName } from '@/db/schema/identity';

/** Roles of domain.md §4.2 in the words of the federation, widest reach last. */
export const roleLabels: Record<RoleName, string> = {
  union_admin: '基层工会管理员',
  town_admin: '辖区管理员',
  organisation_officer: '组织部',
  women_officer: '女职工部',
  economy_officer: '经济技术部',
  viewer: '只读',
  system_admin: '系统管理员',
  hospital_desk: '医院窗口',
};

/** What the role lets do, in one line, beside its name when it is given. */
export const roleDuties: Record<RoleName, string> = {
  union_admin: '审核本工会入会，办本工会的培训',
  town_admin: '管辖区内各工会的入会、培训和托管班',
  organisation_officer: '管全部组织和会员',
  women_officer: '管健康检查和托管班',
  economy_officer: '管技能培训',
  viewer: '只看，不能办理',
  system_admin: '配置和授权，看不到业务数据',
  hospital_desk: '只看本院当天名单，标记到检',
};

export const roleKeys = Object.keys(roleLabels) as [RoleName, ...RoleName[]];
