import type { Kind } from '@/features/offerings/schema/offering';

export interface RuleTemplate {
  readonly key: string;
  readonly title: string;
  /** Where the numbers come from, for the officer to compare with this year's notice. */
  readonly about: string;
  readonly rules: Readonly<Record<string, unknown>>;
}

/**
 * 模板: what notices of the kind usually ask (domain.md §3.1–§3.4). Starting points only:
 * every number may be changed before saving.
 */
export const ruleTemplates: Record<Kind, readonly RuleTemplate[]> = {
  screening: [
    {
      key: 'screening-35-64',
      title: '35–64 岁女职工，3 年一次',
      about: '按各地两癌检查通知的常见写法',
      rules: { sex: 'female', ageMin: 35, ageMax: 64, repeatMonths: 36, repeatOf: 'kind' },
    },
    {
      key: 'screening-return',
      title: '3 年一次，通知再来的除外',
      about: '往年检查过的不报，通知再来的由女职工部核实',
      rules: {
        sex: 'female',
        ageMin: 35,
        ageMax: 64,
        repeatMonths: 36,
        repeatOf: 'kind',
        recheckReturns: true,
      },
    },
  ],
  childcare: [
    {
      key: 'childcare-2-6',
      title: '2–6 年级，出勤满 70%',
      about: '一期一班；上期出勤不满 70% 的停报一期',
      rules: {
        gradeMin: 2,
        gradeMax: 6,
        attendanceMin: 70,
        attendanceTerms: 1,
        attendanceOf: 'kind',
      },
    },
    {
      key: 'childcare-family',
      title: '2–6 年级，每家最多 2 个',
      about: '名额紧时每个家庭限两个孩子，每个单位限 5 个',
      rules: { gradeMin: 2, gradeMax: 6, familyLimit: 2, quotaUnit: 5 },
    },
  ],
  training: [
    {
      key: 'training-new-form',
      title: '新就业形态劳动者，12 个月一次',
      about: '货车司机、网约车司机、快递员、外卖配送员等',
      rules: { newFormOnly: true, ageMin: 18, ageMax: 60, repeatMonths: 12, repeatOf: 'course' },
    },
    {
      key: 'training-losers',
      title: '上次未中签的优先，转会办完再报',
      about: '参照学历补贴的做法：会籍先转好，每人只享受一次；用于抽签的服务',
      rules: { transferFirst: true, lastDraw: 'losers_first', repeatOnce: true },
    },
  ],
};
