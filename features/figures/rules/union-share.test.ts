import { describe, expect, it } from 'vitest';
import { noteOf, shareWords } from './union-share';

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

it('the note of a number says its share and until when it counts, which for 企业台账 is today only', () => {
  const whole = { register_founded: 2, register_due: 3, members: 8, members_new_form: 2 };
  const note = (id: string, time: 'period' | 'as_of' | 'now') =>
    noteOf({ id, time }, whole, '2024-12-31');
  expect(note('register_founded', 'now')).toBe('覆盖率 66.6%，截至今天');
  expect(note('register_due', 'now')).toBe('截至今天');
  expect(note('members', 'as_of')).toBe('截至2024年12月31日');
  expect(note('members_new_form', 'as_of')).toBe('占会员 25.0%');
  expect(note('moved_in', 'period')).toBeUndefined();
});
