import { numberSetting } from '@/lib/settings';

/** How many months a secondment may last; longer ones are entered anew. */
export const secondmentMonths = numberSetting({
  key: 'membership.secondment_months',
  label: '一次借调最长几个月',
  fallback: 36,
  min: 1,
  max: 120,
});
