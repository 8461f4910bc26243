import { permission } from '@/lib/access';

/** 单位统一报名: a union names its own members and those of the unions below it. */
export const canSubmitUnitList = permission({
  name: 'submit_unit_list',
  label: '提交单位名单',
  roles: ['union_admin', 'town_admin'],
});

/** The desk of a hospital: its own list of the day and 到检, nothing else (domain.md §8). */
export const canWorkAtHospitalDesk = permission({
  name: 'work_at_hospital_desk',
  label: '医院窗口：看本院当天名单、标记到检',
  roles: ['hospital_desk'],
});
