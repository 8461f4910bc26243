import { numberSetting, textSetting } from '@/lib/settings';

/** Working days after which the union is reminded of an application nobody has decided. */
export const reminderDays = numberSetting({
  key: 'membership.reminder_days',
  label: '入会申请催办（第几个工作日）',
  fallback: 3,
  min: 1,
  max: 59,
});

/** First four digits of every 会员号: the area code of the federation, without the province. */
export const memberNumberArea = textSetting({
  key: 'membership.number_area',
  label: '会员号前四位',
  fallback: '0000',
  max: 4,
  allowed: '4 位数字',
  refuse: (area) => (/^\d{4}$/.test(area) ? null : '请填 4 位数字，如行政区划代码的第 3–6 位'),
});
