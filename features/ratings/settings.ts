import { numberSetting } from '@/lib/settings';

export const ratingMinimum = numberSetting({
  key: 'rating_minimum',
  label: '满多少人评价才公开平均分',
  fallback: 5,
  min: 5,
  max: 100,
});

export const ratingChangeHours = numberSetting({
  key: 'rating_change_hours',
  label: '评价后多少小时内可以修改',
  fallback: 24,
  min: 0,
  max: 168,
});

export const ratingTaskDays = numberSetting({
  key: 'rating_task_days',
  label: '差评整改时限（工作日）',
  fallback: 15,
  min: 1,
  max: 60,
});
