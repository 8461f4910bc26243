import { numberSetting } from '@/lib/settings';

export const bookingDecisionDays = numberSetting({
  key: 'booking_decision_days',
  label: '报名审核时限（工作日）',
  fallback: 3,
  min: 1,
  max: 30,
});

export const noShowLimit = numberSetting({
  key: 'no_show_limit',
  label: '爽约几次后暂停报名（各项服务可另定）',
  fallback: 3,
  min: 1,
  max: 20,
});

export const noShowWithinDays = numberSetting({
  key: 'no_show_within_days',
  label: '爽约按最近多少天累计',
  fallback: 90,
  min: 7,
  max: 366,
});

export const noShowBarDays = numberSetting({
  key: 'no_show_bar_days',
  label: '爽约后暂停报名的天数',
  fallback: 30,
  min: 1,
  max: 366,
});
