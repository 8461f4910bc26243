import { describe, expect, it } from 'vitest';
import { statusOnJoining } from './status-on-joining';

describe('the status of who joins', () => {
  const unit = { route: 'town', employerName: '小铺' } as const;

  it('is 预备 for a unit without a union, where the federation asks for it', () => {
    expect(statusOnJoining(unit, true)).toBe('provisional');
    expect(statusOnJoining(unit, false)).toBe('regular');
  });

  it('is 正式 for who has no unit, and wherever the unit or the industry has a union', () => {
    expect(statusOnJoining({ ...unit, employerName: null }, true)).toBe('regular');
    for (const route of ['employer', 'industry', null] as const)
      expect(statusOnJoining({ ...unit, route }, true)).toBe('regular');
  });
});
