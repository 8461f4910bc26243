import { numberSetting } from '@/lib/settings';

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

/** B04: how often one person may give back a place of one offering within a day. */
export const bookingCancelLimit = numberSetting({
  key: 'booking_cancel_limit',
  label: '24 小时内取消同一服务的次数上限',
  fallback: 5,
  min: 1,
  max: 50,
});
