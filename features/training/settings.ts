import { numberSetting } from '@/lib/settings';

export const followUpFirstMonths = numberSetting({
  key: 'follow_up_first_months',
  label: '培训结束几个月后第一次回访',
  fallback: 3,
  min: 1,
  max: 12,
});

export const followUpSecondMonths = numberSetting({
  key: 'follow_up_second_months',
  label: '培训结束几个月后第二次回访',
  fallback: 6,
  min: 2,
  max: 24,
});

export const followUpOpenDays = numberSetting({
  key: 'follow_up_open_days',
  label: '回访发出后几天内可以答',
  fallback: 60,
  min: 7,
  max: 180,
});
