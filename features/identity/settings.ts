import { numberSetting } from '@/lib/settings';

export const noticeKeepDays = numberSetting({
  key: 'notice_keep_days',
  label: '站内通知保存天数',
  fallback: 730,
  min: 90,
  max: 3650,
});
