import { numberSetting } from '@/lib/settings';

export const hospitalAheadDays = numberSetting({
  key: 'hospital_ahead_days',
  label: '医院窗口能看到以后多少天的人数',
  fallback: 14,
  min: 0,
  max: 90,
});

export const hospitalDeskMinutes = numberSetting({
  key: 'hospital_desk_minutes',
  label: '医院窗口可以提前多少分钟看到当场名单',
  fallback: 60,
  min: 0,
  max: 600,
});
