import { describe, expect, it } from 'vitest';
import { shareWords } from './union-share';

describe('a number that is a share of another', () => {
  it('is told with one decimal and never rounded up to the whole', () => {
    expect(shareWords('register_founded', { register_founded: 11, register_due: 16 })).toBe(
      '覆盖率 68.7%',
    );
    expect(shareWords('register_founded', { register_founded: 1999, register_due: 2000 })).toBe(
      '覆盖率 99.9%',
    );
    expect(
      shareWords('new_members_new_form', { new_members_new_form: 432, new_members: 960 }),
    ).toBe('占新会员 45.0%');
  });

  it('says nothing where there is no whole, and of other numbers', () => {
    expect(shareWords('register_founded', { register_founded: 0, register_due: 0 })).toBeNull();
    expect(shareWords('register_founded', {})).toBeNull();
    expect(shareWords('unions', { unions: 3 })).toBeNull();
  });
});
