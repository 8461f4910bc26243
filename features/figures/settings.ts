import { numberSetting, textSetting } from '@/lib/settings';

/** Whoever may not open the rows reads no count of people from one to below this. */
export const leastInCell = numberSetting({
  key: 'figures.least',
  label: '统计里人数少于多少，对看不了名单的人不显示',
  fallback: 5,
  min: 2,
  max: 20,
});

/** How long a period one page counts over. */
export const mostFigureMonths = numberSetting({
  key: 'figures.most_months',
  label: '统计一次最多看几个月',
  fallback: 24,
  min: 1,
  max: 120,
});

/** The ages at which a new band begins; children who are booked for have a band of their own. */
export const ageBands = textSetting({
  key: 'figures.age_bands',
  label: '统计的年龄段从几岁分（逗号分开）',
  fallback: '36,46,60',
  max: 40,
  required: true,
  allowed: '从小到大的岁数，逗号分开，最多 8 个',
  read: (typed) => typed.replaceAll('，', ',').replace(/\s/g, ''),
  refuse(text) {
    const ages = text.split(',').map(Number);
    const fits = ages.every((age, at) => Number.isInteger(age) && age > (ages[at - 1] ?? 15));
    return fits && ages.length <= 8 && ages.every((age) => age < 100)
      ? null
      : '请从小到大填 16–99 的岁数，用逗号分开，最多 8 个，如 36,46,60';
  },
});
