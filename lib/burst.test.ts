import { describe, expect, it } from 'vitest';
import { countBurst } from './burst';

const limit = { scope: 'test', most: 3, seconds: 10 };
const at = (seconds: number) => new Date(Date.UTC(2026, 5, 15) + seconds * 1000);
const tries = (subject: string, ...seconds: number[]) =>
  seconds.map((second) => countBurst(limit, subject, at(second)));

describe('a burst', () => {
  it('is stopped beyond the limit, with the seconds to wait', () => {
    expect(tries('a', 0, 1, 2, 3, 4)).toEqual([0, 0, 0, 7, 6]);
  });

  it('does not lengthen its own wait: an honest try after the window is served', () => {
    expect(tries('b', 0, 0, 0, 0, 9, 10)).toEqual([0, 0, 0, 10, 1, 0]);
  });

  it('of one does not stop another, nor the same one elsewhere', () => {
    expect(tries('c', 0, 0, 0, 0).at(-1)).toBe(10);
    expect(tries('d', 0)).toEqual([0]);
    expect(countBurst({ ...limit, scope: 'other' }, 'c', at(0))).toBe(0);
  });

  it('says at least one second to the very end of the window', () => {
    expect(tries('e', 0, 0, 0, 9.99)).toEqual([0, 0, 0, 1]);
  });
});
