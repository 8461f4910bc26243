import { attendanceCondition } from '@/features/eligibility/rules/attendance';
import { bornWords } from '@/features/eligibility/rules/born';
import { familyYearWords } from '@/features/eligibility/rules/family-year';
import { schoolAgeWords } from '@/features/eligibility/rules/school-age';
import { span } from '@/features/eligibility/rules/span';
import { gradeBand } from '@/features/family/rules/grade';
import type { Kind, OfferingRules } from '@/features/offerings/schema/offering';

export interface ConditionNames {
  readonly towns: readonly { readonly id: string; readonly name: string }[];
  readonly trades: readonly { readonly code: string; readonly name: string }[];
}

/** One condition: what it is about, and the sentence as it is now. */
export interface ConditionRow {
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

function ages(min: number | undefined, max: number | undefined): string | false {
  if (min === undefined && max === undefined) return false;
  if (min === undefined) return `${max} 周岁及以下`;
  return max === undefined ? `${min} 周岁及以上` : `${min}–${max} 周岁`;
}

const sexes = { female: '女性', male: '男性' } as const;
const draws = {
  any: false,
  losers_first: '上次未中签的优先',
  losers_only: '只面向上次未中签的人',
} as const;

function noShow({ noShow: on, noShowLimit, noShowDays, noShowBarDays }: OfferingRules) {
  if (on === 'off') return '爽约不限制';
  const own = [noShowDays, noShowLimit, noShowBarDays].some((n) => n !== undefined);
  if (!own) return false;
  const [days, limit, bar] = [noShowDays, noShowLimit, noShowBarDays].map((n) => n ?? '按设置');
  return `${days} 天内爽约 ${limit} 次，暂停 ${bar} 天`;
}

function repeatSentence({ repeatMonths, repeatOnce, repeatOf }: OfferingRules): string {
  const of = repeatOf === 'kind' ? '同类服务' : '同一课程';
  return repeatOnce || repeatMonths === undefined
    ? `${of}每人只参加一次`
    : `${span(repeatMonths)}内${of}只参加一次`;
}

function groups(rules: OfferingRules, names: ConditionNames): string | false {
  const trades = names.trades.filter((t) => rules.occupations.includes(t.code)).map((t) => t.name);
  if (rules.newFormOnly) return '新就业形态劳动者';
  return trades.length > 0 && `职业是${trades.join('、')}`;
}

function scopes(rules: OfferingRules, names: ConditionNames): (string | false)[] {
  const towns = names.towns.filter((t) => rules.organisationIds.includes(t.id)).map((t) => t.name);
  const other = rules.organisationIds.length - towns.length;
  return [
    towns.length > 0 && `${towns.join('、')}及下级工会的会员`,
    other > 0 && `另有 ${other} 个指定工会的会员`,
  ];
}

function limits(rules: OfferingRules): [string, string, string | false | 0 | undefined][] {
  const { quotaTown, quotaUnit, personLimit, familyLimit, waitlistMax } = rules;
  const { familyYearLimit: perYear, familyYearOf } = rules;
  return [
    ['quotaTown', '辖区名额', quotaTown && `同一辖区每场最多 ${quotaTown} 个名额`],
    ['quotaUnit', '单位名额', quotaUnit && `每个单位每场最多 ${quotaUnit} 个名额`],
    ['personLimit', '每人名额', personLimit && `每人最多 ${personLimit} 个名额`],
    ['familyLimit', '每家名额', familyLimit && `每个家庭最多 ${familyLimit} 个名额`],
    ['familyYear', '每家每年', perYear && familyYearWords(perYear, familyYearOf)],
    [
      'waitlistMax',
      '候补',
      waitlistMax !== undefined &&
        (waitlistMax === 0 ? '满了不候补' : `每场最多 ${waitlistMax} 人候补`),
    ],
    ['noShow', '爽约', noShow(rules)],
  ];
}

/** The conditions of an offering as labelled sentences, in the order in which they are judged. */
export function conditionRows(
  rules: OfferingRules,
  kind: Kind,
  names: ConditionNames,
): ConditionRow[] {
  const child = kind === 'childcare';
  const { attendanceMin, joinedMonths } = rules;
  const repeatAsked = rules.repeatMonths !== undefined || rules.repeatOnce;
  const bornAsked = rules.bornFrom !== undefined || rules.bornTo !== undefined;
  const schoolAsked = rules.schoolAgeMin !== undefined || rules.schoolAgeMax !== undefined;
  const [towns, others] = scopes(rules, names);
  const rows: [string, string, string | false | 0 | undefined][] = [
    ['membersOnly', '会员', rules.membersOnly ? '工会会员' : '不限会员'],
    ['excludeRetained', '在职', rules.excludeRetained && '在职会员，保留会籍的不报'],
    ['joinedMonths', '入会时间', joinedMonths !== undefined && `入会满 ${span(joinedMonths)}`],
    ['transferFirst', '转会', rules.transferFirst && '转会没办完的不报'],
    ['sex', '性别', rules.sex && sexes[rules.sex]],
    ['age', '年龄', ages(rules.ageMin, rules.ageMax)],
    ['born', '出生日期', bornAsked && bornWords(rules.bornFrom, rules.bornTo)],
    [
      'schoolAge',
      '学年年龄',
      schoolAsked && schoolAgeWords(rules.schoolAgeMin, rules.schoolAgeMax),
    ],
    ['grade', '年级', child && `孩子秋季读${gradeBand(rules.gradeMin, rules.gradeMax)}`],
    ['term', '期次', child && '一个孩子一期只报一个班'],
    ['group', '职业', groups(rules, names)],
    ['segment', '人群', rules.segment?.words],
    ['towns', '范围', towns],
    ['others', '指定工会', others],
    ['repeat', '重复', repeatAsked && repeatSentence(rules)],
    ['recheck', '再来', rules.recheckReturns && '通知再来的，经女职工部核实后不受重复限制'],
    [
      'attendance',
      '出勤',
      attendanceMin !== undefined && attendanceCondition(attendanceMin, rules.attendanceTerms ?? 1),
    ],
    ['lastDraw', '上次抽签', draws[rules.lastDraw]],
    ...limits(rules),
  ];
  return rows.flatMap(([key, label, words]) => (words ? [{ key, label, words }] : []));
}

const ofSessions = [
  'joinedMonths',
  'sex',
  'age',
  'born',
  'schoolAge',
  'grade',
  'group',
  'towns',
  'others',
];

/** What one session asks beside its offering, as labelled sentences; none when it asks nothing more. */
export function sessionConditionRows(
  rules: OfferingRules,
  kind: Kind,
  names: ConditionNames,
): ConditionRow[] {
  const graded = rules.gradeMin !== undefined || rules.gradeMax !== undefined;
  return conditionRows(rules, kind, names).filter(
    ({ key }) => ofSessions.includes(key) && (key !== 'grade' || graded),
  );
}

/** The conditions of an offering as sentences, for the officer who set them. */
export const conditionWords = (rules: OfferingRules, kind: Kind, names: ConditionNames): string[] =>
  conditionRows(rules, kind, names).map((row) => row.words);

export interface ConditionChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** 年龄：35–64 周岁 → 30–64 周岁: what differs between two versions, in words. */
export function conditionChanges(
  before: readonly ConditionRow[],
  after: readonly ConditionRow[],
): ConditionChange[] {
  const keys = [...new Set([...before, ...after].map((row) => row.key))];
  return keys.flatMap((key) => {
    const [was, is] = [before, after].map((rows) => rows.find((row) => row.key === key));
    if (was?.words === is?.words) return [];
    const label = is?.label ?? was?.label ?? '';
    return [{ label, before: was?.words ?? null, after: is?.words ?? null }];
  });
}
