import { describe, expect, it } from 'vitest';
import { formatCount, formatMoney, formatPercent, formatPhone, maskId, maskPhone } from './format';

describe('the form of figures on screen', () => {
  it('masks phones and documents', () => {
    expect(maskPhone('13900000001')).toBe('139****0001');
    expect(maskPhone('not a phone')).toBe('****');
    expect(maskId('450803199003071126')).toBe('4508**********1126');
    expect(maskId('H12345678')).toBe('H*****678');
    expect(maskId('E12')).toBe('**2');
  });

  it('groups phones, counts and money', () => {
    expect(formatPhone('13900000001')).toBe('139 0000 0001');
    expect(formatCount(10_432)).toBe('10,432');
    expect(formatPercent(2 / 3)).toBe('67%');
    expect(formatPercent(0 / 0)).toBe('—');
    expect(formatMoney(2_100_005)).toBe('¥21,000.05');
    expect(formatMoney(-5)).toBe('-¥0.05');
  });
});
