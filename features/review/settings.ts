import { numberSetting, textSetting } from '@/lib/settings';

/** First four digits of every 会员号: the area code of the federation, without the province. */
export const memberNumberArea = textSetting({
  key: 'membership.number_area',
  label: '会员号前四位',
  fallback: '0000',
  max: 4,
  allowed: '4 位数字',
  refuse: (area) => (/^\d{4}$/.test(area) ? null : '请填 4 位数字，如行政区划代码的第 3–6 位'),
});

/** 1: whose unit has no union begins as 预备会员 in the 网上会员之家 of the town; 0: as 正式. To confirm (domain.md §1.4). */
export const provisionalMembers = numberSetting({
  key: 'membership.provisional_members',
  label: '单位没有工会的，批准后先作预备会员（1 是，0 否）',
  fallback: 0,
  min: 0,
  max: 1,
});
