import { numberSetting } from '@/lib/settings';

export const bookingDecisionDays = numberSetting({
  key: 'booking_decision_days',
  label: '报名审核时限（工作日）',
  fallback: 3,
  min: 1,
  max: 30,
});

/** How long a booking says whose it was; what stays afterwards counts in totals and repeats only. */
export const bookingKeepDays = numberSetting({
  key: 'booking_keep_days',
  label: '预约上的姓名和手机尾号保留（场次结束后，天）',
  fallback: 1095,
  min: 180,
  max: 3650,
});
