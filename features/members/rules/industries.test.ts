import { describe, expect, it } from 'vitest';
import { industryLabel, occupationGroup, preselectedUnion } from './industries';
import { formatMemberNumber, groupMemberNumber, memberSeries } from './numbers';

const unions = [
  { id: 'freight', industry: 'freight' },
  { id: 'express', industry: 'express' },
  { id: 'other', industry: null },
];
const form = (occupationCode: string | null, given = {}) => ({
  route: null,
  organisationId: null,
  occupationCode,
  ...given,
});

describe('the question of the industry', () => {
  it.each([
    ['courier', 'express'],
    ['food_delivery_rider', 'express'],
    ['truck_driver', 'freight'],
  ])('begins with what the occupation said a page before: %s', (code, id) => {
    expect(preselectedUnion(unions, form(code))).toBe(id);
  });

  it('begins with nothing for an occupation of no industry, or before one is named', () => {
    for (const code of ['factory_worker', null]) {
      expect(preselectedUnion(unions, form(code))).toBeUndefined();
    }
    expect(preselectedUnion(unions, null)).toBeUndefined();
  });

  it('keeps the answer that was given', () => {
    const given = { route: 'industry', organisationId: 'freight' };
    expect(preselectedUnion(unions, form('courier', given))).toBe('freight');
    const none = { route: 'industry', organisationId: null };
    expect(preselectedUnion(unions, form('courier', none))).toBe('');
  });

  it('names 外卖 beside 快递, as the guide does', () => {
    expect(industryLabel('快递行业工会联合会', 'express')).toBe('快递、外卖');
    expect(industryLabel('货运行业工会联合会', 'freight')).toBe('货运');
    expect(industryLabel('某联合会', null)).toBe('某联合会');
  });
});

describe('an occupation in the list', () => {
  it.each([
    [true, true, '送单、开车、直播、上门服务'],
    [true, false, '送单、开车、直播、上门服务'],
    [false, true, '家政、护理、中介、保安、商场'],
    [false, false, '工厂、工地、学校、医院、机关和其他'],
  ])(
    'of a new form %s, in the eight groups %s, stands under %s',
    (isNewForm, inEightGroups, heading) => {
      expect(occupationGroup({ isNewForm, inEightGroups })).toBe(heading);
    },
  );
});

describe('a 会员号', () => {
  it('counts afresh each year in its area', () => {
    expect(memberSeries(2026)).toBe('member-2026');
    expect(formatMemberNumber('0803', 2026, 137)).toBe('080326000137');
    expect(groupMemberNumber('080326000137')).toBe('0803 2600 0137');
  });
});
