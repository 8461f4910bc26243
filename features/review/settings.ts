import { textSetting } from '@/lib/settings';

/** First four digits of every 会员号: the area code of the federation, without the province. */
export const memberNumberArea = textSetting({
  key: 'membership.number_area',
  label: '会员号前四位',
  fallback: '0000',
  max: 4,
  allowed: '4 位数字',
  refuse: (area) => (/^\d{4}$/.test(area) ? null : '请填 4 位数字，如行政区划代码的第 3–6 位'),
});
