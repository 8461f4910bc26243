import { describe, expect, it } from 'vitest';
import { employerLeads, homeMeans } from './employer-leads';

const homeName = '江南街道网上会员之家';

describe('where a new employer leads', () => {
  it('is its union, and nowhere for who is there already', () => {
    expect(employerLeads({ unionName: '甲厂工会', homeName, stays: false })).toBe('转到甲厂工会');
    expect(employerLeads({ unionName: '甲厂工会', homeName, stays: true })).toContain('不用转');
  });

  it('is the 网上会员之家 of the town where it has no union; who is there stays and names the unit', () => {
    expect(employerLeads({ unionName: null, homeName, stays: false })).toBe(
      `还没有工会，会籍先转到${homeName}`,
    );
    expect(employerLeads({ unionName: null, homeName, stays: true })).toContain(
      `会籍留在${homeName}`,
    );
  });

  it('is said before it is confirmed, with the unit by name where it is known', () => {
    expect(homeMeans(homeName, '小铺')).toContain('小铺还没有工会，会籍放在');
    expect(homeMeans(homeName, null)).toContain('单位建会后');
  });
});
