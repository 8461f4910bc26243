import { describe, expect, it } from 'vitest';
import { firstOf, lengthOf } from './characters';
import { startOfDay } from './dates';
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

describe('the edges of what is shown', () => {
  it.each([
    ['123456789012', '1234****9012'],
    ['12345678901', '1*******901'],
    ['12345678', '1****678'],
    ['1234567', '******7'],
  ])('of the number %s is %s', (id, masked) => expect(maskId(id)).toBe(masked));

  it('of an amount is the sign before it, and none of nothing', () => {
    expect([formatMoney(0), formatMoney(1), formatMoney(-1)]).toEqual(['¥0.00', '¥0.01', '-¥0.01']);
  });

  it('of a text are characters as a reader counts them', () => {
    expect([firstOf('一二三', 3), firstOf('一二三', 2)]).toEqual(['一二三', '一二']);
    expect(firstOf('👨‍👩‍👧你好', 1)).toBe('👨‍👩‍👧');
    expect([lengthOf('👨‍👩‍👧你好'), lengthOf('a一')]).toEqual([3, 2]);
  });

  it('of a day is a day of the calendar', () => {
    expect(startOfDay('2026-06-17').toISOString()).toBe('2026-06-16T16:00:00.000Z');
    expect(() => startOfDay('2026-02-30')).toThrow(RangeError);
  });
});
