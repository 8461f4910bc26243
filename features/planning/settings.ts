import { numberSetting } from '@/lib/settings';

/** With what a plan opens: booking from this hour of the next working day … */
export const opensHour = numberSetting({
  key: 'plan_opens_hour',
  label: '新建服务默认几点开始报名',
  fallback: 10,
  min: 0,
  max: 23,
});

/** … until this hour of the day before the first session, where no end is typed. */
export const closesHour = numberSetting({
  key: 'plan_closes_hour',
  label: '新建服务默认几点截止报名（第一场前一天）',
  fallback: 18,
  min: 0,
  max: 23,
});
