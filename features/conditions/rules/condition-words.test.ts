import { describe, expect, it, test } from 'vitest';
import { offeringRules } from '@/features/offerings/schema/offering';
import { conditionRows, conditionWords } from './condition-words';
import { ruleTemplates } from './rule-templates';

const names = {
  towns: [
    { id: '01890000-0000-7000-8000-00000000000a', name: '桥圩镇' },
    { id: '01890000-0000-7000-8000-00000000000b', name: '木格镇' },
  ],
  trades: [
    { code: 'courier', name: '快递员' },
    { code: 'driver', name: '司机' },
  ],
};
type Rules = Parameters<typeof offeringRules.parse>[0];
const rows = (rules: Rules, kind: 'training' | 'childcare' | 'screening' = 'training') =>
  Object.fromEntries(
    conditionRows(offeringRules.parse(rules), kind, names).map(({ key, words }) => [key, words]),
  );

describe('the conditions of a service in sentences', () => {
  it('are that it is for members, where nothing else is asked', () => {
    expect(rows({})).toEqual({ membersOnly: '工会会员' });
    expect(rows({ membersOnly: false })).toEqual({ membersOnly: '不限会员' });
  });

  it('of a 托管班 always say the grade and that a child has one class a term', () => {
    expect(rows({ gradeMin: 2, gradeMax: 6 }, 'childcare')).toMatchObject({
      grade: '孩子秋季读二至六年级',
      term: '一个孩子一期只报一个班',
    });
    expect(rows({ gradeMin: 2 })).not.toHaveProperty('grade');
  });

  test.each<[string, string, Rules]>([
    ['age', '35 周岁及以上', { ageMin: 35 }],
    ['age', '64 周岁及以下', { ageMax: 64 }],
    ['age', '35–64 周岁', { ageMin: 35, ageMax: 64 }],
    ['sex', '女性', { sex: 'female' }],
    ['sex', '男性', { sex: 'male' }],
    ['joinedMonths', '入会满 18 个月', { joinedMonths: 18 }],
    ['joinedMonths', '入会满 2 年', { joinedMonths: 24 }],
    ['excludeRetained', '在职会员，保留会籍的不报', { excludeRetained: true }],
    ['transferFirst', '转会没办完的不报', { transferFirst: true }],
    ['repeat', '同一课程每人只参加一次', { repeatOnce: true }],
    ['repeat', '同类服务每人只参加一次', { repeatOnce: true, repeatMonths: 12, repeatOf: 'kind' }],
    ['repeat', '1 年内同一课程只参加一次', { repeatMonths: 12 }],
    ['repeat', '3 年内同类服务只参加一次', { repeatMonths: 36, repeatOf: 'kind' }],
    ['recheck', '通知再来的，经女职工部核实后不受重复限制', { recheckReturns: true }],
    ['attendance', '上期出勤满 70%，不满停报 1 期', { attendanceMin: 70 }],
    ['attendance', '上期出勤满 70%，不满停报 2 期', { attendanceMin: 70, attendanceTerms: 2 }],
    ['lastDraw', '上次未中签的优先', { lastDraw: 'losers_first' }],
    ['lastDraw', '只面向上次未中签的人', { lastDraw: 'losers_only' }],
    ['quotaTown', '同一辖区每场最多 5 个名额', { quotaTown: 5 }],
    ['quotaUnit', '每个单位每场最多 3 个名额', { quotaUnit: 3 }],
    ['personLimit', '每人最多 2 个名额', { personLimit: 2 }],
    ['familyLimit', '每个家庭最多 2 个名额', { familyLimit: 2 }],
    ['waitlistMax', '满了不候补', { waitlistMax: 0 }],
    ['waitlistMax', '每场最多 10 人候补', { waitlistMax: 10 }],
    ['noShow', '爽约不限制', { noShow: 'off' }],
    [
      'noShow',
      '90 天内爽约 2 次，暂停 30 天',
      { noShowLimit: 2, noShowDays: 90, noShowBarDays: 30 },
    ],
    ['noShow', '按设置 天内爽约 2 次，暂停 按设置 天', { noShowLimit: 2 }],
    ['group', '新就业形态劳动者', { newFormOnly: true, occupations: ['courier'] }],
    ['group', '职业是快递员、司机', { occupations: ['driver', 'courier'] }],
  ])('say of %s: %s', (key, words, rules) => {
    expect(rows(rules)).toEqual({ membersOnly: '工会会员', [key]: words });
  });

  it('say of birthdays and school age what is asked at either end', () => {
    for (const rules of [{ bornFrom: '2019-09-01' }, { bornTo: '2020-08-31' }]) {
      expect(rows(rules)).toHaveProperty('born');
      expect(rows(rules)).not.toHaveProperty('schoolAge');
    }
    for (const rules of [{ schoolAgeMin: 6 }, { schoolAgeMax: 12 }]) {
      expect(rows(rules)).toHaveProperty('schoolAge');
      expect(rows(rules)).not.toHaveProperty('born');
    }
  });

  it('name the towns they are for, and count the unions that are none', () => {
    const [a, b] = names.towns.map(({ id }) => id);
    const other = '01890000-0000-7000-8000-00000000000c';
    expect(rows({ organisationIds: [a ?? '', b ?? ''] })).toEqual({
      membersOnly: '工会会员',
      towns: '桥圩镇、木格镇及下级工会的会员',
    });
    expect(rows({ organisationIds: [b ?? '', other] })).toEqual({
      membersOnly: '工会会员',
      towns: '木格镇及下级工会的会员',
      others: '另有 1 个指定工会的会员',
    });
    expect(rows({ organisationIds: [other] })).toEqual({
      membersOnly: '工会会员',
      others: '另有 1 个指定工会的会员',
    });
  });
});

describe('a template', () => {
  const words = (kind: 'training' | 'childcare' | 'screening', key: string) => {
    const template = ruleTemplates[kind].find((one) => one.key === key);
    return conditionWords(offeringRules.parse(template?.rules), kind, names).join('；');
  };

  test.each([
    ['screening', 'screening-35-64', '工会会员；女性；35–64 周岁；3 年内同类服务只参加一次'],
    [
      'screening',
      'screening-return',
      '工会会员；女性；35–64 周岁；3 年内同类服务只参加一次；通知再来的，经女职工部核实后不受重复限制',
    ],
    [
      'childcare',
      'childcare-2-6',
      '工会会员；孩子秋季读二至六年级；一个孩子一期只报一个班；上期出勤满 70%，不满停报 1 期',
    ],
    [
      'childcare',
      'childcare-family',
      '工会会员；孩子秋季读二至六年级；一个孩子一期只报一个班；每个单位每场最多 5 个名额；每个家庭最多 2 个名额',
    ],
    [
      'training',
      'training-new-form',
      '工会会员；18–60 周岁；新就业形态劳动者；1 年内同一课程只参加一次',
    ],
    [
      'training',
      'training-losers',
      '工会会员；转会没办完的不报；同一课程每人只参加一次；上次未中签的优先',
    ],
  ] as const)('of %s asks what its title says: %s', (kind, key, said) => {
    expect(words(kind, key)).toBe(said);
  });
});
