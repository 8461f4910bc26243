import { numberSetting } from '@/lib/settings';
import { latestAbsenceMinutes } from './rules/class-day';

export const checkMonths = numberSetting({
  key: 'childcare_check_months',
  label: '看护人员犯罪记录查询有效期（月）',
  fallback: 12,
  min: 1,
  max: 12,
});
export const absenceMinutes = numberSetting({
  key: 'childcare_absence_minutes',
  label: '开始多少分钟未签到就告诉家长（每 5 分钟查一次，最晚 30 分钟内告诉）',
  fallback: 20,
  min: 5,
  max: latestAbsenceMinutes,
});
export const classRecordDays = numberSetting({
  key: 'childcare_record_days',
  label: '托管班情况记录和接送人照片保存（班级结束后天数）',
  fallback: 30,
  min: 1,
  max: 1095,
});
export const staffKeepDays = numberSetting({
  key: 'childcare_staff_days',
  label: '看护人员姓名和查询编号保存（班级结束后天数）',
  fallback: 1095,
  min: 365,
  max: 3650,
});
