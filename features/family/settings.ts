import { numberSetting } from '@/lib/settings';

export const childKeepDays = numberSetting({
  key: 'childcare_child_days',
  label: '孩子移除后资料保留天数（从最后一次服务结束算）',
  fallback: 180,
  min: 0,
  max: 1095,
});
