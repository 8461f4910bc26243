import { numberSetting } from '@/lib/settings';

/** An officer of a service may not open the members' rows: of a few of them nothing is told. */
export const leastCounted = numberSetting({
  key: 'least_counted',
  label: '少于几人时不显示人数（条件预览等；以上按这个数取整）',
  fallback: 5,
  min: 3,
  max: 100,
});
