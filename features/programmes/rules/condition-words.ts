import { gradeBand } from '@/features/family/rules/grade';
import type { Kind, OfferingRules } from '../schema/offering';

interface Names {
  readonly towns: readonly { readonly id: string; readonly name: string }[];
  readonly trades: readonly { readonly code: string; readonly name: string }[];
}

function ages(min: number | undefined, max: number | undefined): string | false {
  if (min === undefined && max === undefined) return false;
  if (min === undefined) return `${max} 周岁及以下`;
  return max === undefined ? `${min} 周岁及以上` : `${min}–${max} 周岁`;
}

const interval = (months: number) => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`);

/** The conditions of an offering as sentences, for the officer who set them. */
export function conditionWords(rules: OfferingRules, kind: Kind, names: Names): string[] {
  const trades = names.trades.filter((t) => rules.occupations.includes(t.code)).map((t) => t.name);
  const towns = names.towns.filter((t) => rules.organisationIds.includes(t.id)).map((t) => t.name);
  const other = rules.organisationIds.length - towns.length;
  const lines: (string | false)[] = [
    rules.membersOnly ? '工会会员' : '不限会员',
    rules.sex === 'female' && '女性',
    rules.sex === 'male' && '男性',
    ages(rules.ageMin, rules.ageMax),
    kind === 'childcare' && `孩子秋季读${gradeBand(rules.gradeMin, rules.gradeMax)}`,
    kind === 'childcare' && '一个孩子一期只报一个班',
    rules.newFormOnly && '新就业形态劳动者',
    !rules.newFormOnly && trades.length > 0 && `职业是${trades.join('、')}`,
    towns.length > 0 && `${towns.join('、')}及下级工会的会员`,
    other > 0 && `另有 ${other} 个指定工会的会员`,
    rules.repeatMonths !== undefined &&
      `${interval(rules.repeatMonths)}内${rules.repeatOf === 'kind' ? '同类服务' : '同一课程'}只参加一次`,
    rules.waitlistMax !== undefined &&
      (rules.waitlistMax === 0 ? '满了不候补' : `每场最多 ${rules.waitlistMax} 人候补`),
    rules.noShow === 'off' && '爽约不限制',
  ];
  return lines.filter((line): line is string => line !== false);
}
