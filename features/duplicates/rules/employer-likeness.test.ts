import { describe, expect, it } from 'vitest';
import { coreName, type EmployerFacts, employerLikeness } from './employer-likeness';

const firm = (name: string, more: Partial<EmployerFacts> = {}): EmployerFacts => ({
  ...{ name, pinyin: name, uscc: null, townId: null, unionId: null, address: null },
  ...more,
});
const clauses = (a: EmployerFacts, b: EmployerFacts) =>
  employerLikeness(a, b)?.clauses.map(({ clause }) => clause);

describe('how alike two employers are', () => {
  const [codeA, codeB] = ['91450800MA5AAAAA0X', '91450800MA5BBBBB0Y'];

  it('is not asked for two different credit codes', () => {
    expect(
      employerLikeness(firm('甲物流', { uscc: codeA }), firm('甲物流', { uscc: codeB })),
    ).toBeNull();
  });

  it('is not asked for names that have nothing in common', () => {
    expect(employerLikeness(firm('测试物流有限公司'), firm('样例糖业有限公司'))).toBeNull();
  });

  it('finds a name written with other brackets and spaces', () => {
    const a = firm('测试（南）物流 有限公司', { townId: 't' });
    const b = firm('测试(南)物流有限公司', { townId: 't' });
    expect(employerLikeness(a, b)?.points).toBe(24);
  });

  it('finds a name with and without its area and legal form', () => {
    expect(clauses(firm('某某市测试物流有限公司'), firm('测试物流'))).toEqual(['same_core']);
  });

  it('finds a name that sounds the same, and one of another character', () => {
    const sound = { pinyin: 'ce shi wu liu' };
    expect(clauses(firm('测试物流', sound), firm('侧试物流', sound))).toEqual(['same_sound']);
    expect(clauses(firm('测试快运物流'), firm('测试快远物流'))).toEqual(['close_name']);
  });

  it('counts town, union, address and a missing code', () => {
    const same = { townId: 't', unionId: 'u', address: '测试路 1 号' };
    expect(clauses(firm('甲物流', { ...same, uscc: codeA }), firm('甲物流', same))).toEqual([
      ...['same_name', 'same_town', 'same_union', 'same_address', 'one_without_code'],
    ]);
    expect(clauses(firm('甲物流', { townId: 't' }), firm('甲物流', { townId: 's' }))).toEqual([
      ...['same_name', 'other_town'],
    ]);
  });
});

describe('the part of a name that is its own', () => {
  it.each([
    ['某某壮族自治区某某市测试物流有限公司', '测试物流'],
    ['测试物流', '测试物流'],
    ['某某市测试区糖厂', '糖厂'],
    ['南方有限公司', '南方'],
  ])('of %s is %s', (name, core) => expect(coreName(name)).toBe(core));
});
