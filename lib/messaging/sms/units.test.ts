import { describe, expect, it } from 'vitest';
import { smsUnits } from './units';

describe('the units of a text', () => {
  it.each([
    [0, 1],
    [64, 1],
    [65, 2],
    [128, 2],
    [129, 3],
    [195, 3],
    [196, 4],
  ])('of %i characters with a signature of four are %i', (length, units) => {
    expect(smsUnits('字'.repeat(length), '江南工会')).toBe(units);
  });

  it('count a rare character as the two that a carrier counts', () => {
    expect(smsUnits('𠮷'.repeat(32), '江南工会')).toBe(1);
    expect(smsUnits('𠮷'.repeat(33), '江南工会')).toBe(2);
  });
});
