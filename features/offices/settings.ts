import { numberSetting, textSetting } from '@/lib/settings';
import { parseMonths } from './rules/term';

export const reminderMonths = textSetting({
  key: 'office_reminder_months',
  label: '任期、证书到期前几个月提醒',
  fallback: '6 3 1',
  max: 40,
  required: true,
  allowed: '如 6 3 1，从大到小，1 到 24',
  refuse: (text) => (parseMonths(text) ? null : '请照“6 3 1”填，从大到小'),
});

export const slipMonths = numberSetting({
  key: 'office_slip_months',
  label: '换届最多推迟几个月',
  fallback: 6,
  min: 0,
  max: 24,
});

export const renewalDays = numberSetting({
  key: 'office_renewal_days',
  label: '证书到期前多少天内换证',
  fallback: 30,
  min: 1,
  max: 365,
});
