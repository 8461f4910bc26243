import { numberSetting } from '@/lib/settings';

export const bookingDecisionDays = numberSetting({
  key: 'booking_decision_days',
  label: '报名审核时限（工作日）',
  fallback: 3,
  min: 1,
  max: 30,
});
