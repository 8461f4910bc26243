import { permission } from '@/lib/access';

/** The desk of a hospital: its own list of the day and 到检, nothing else (domain.md §4.2). */
export const canWorkAtHospitalDesk = permission({
  name: 'work_at_hospital_desk',
  label: '医院窗口：看本院当天名单、标记到检',
  roles: ['hospital_desk'],
});
