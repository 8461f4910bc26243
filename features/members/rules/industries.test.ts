import { describe, expect, it } from 'vitest';
import { industryLabel, preselectedUnion } from './industries';

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
  });

  it('names 外卖 beside 快递, as the guide does', () => {
    expect(industryLabel('快递行业工会联合会', 'express')).toBe('快递、外卖');
  });
});
