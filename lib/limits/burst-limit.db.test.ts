import { beforeEach, describe, expect, it } from 'vitest';
import { as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { anonymous } from '../actor';
import { limitBurst } from './burst-limit';

const limit = { scope: 'test', most: 3, seconds: 10 };
const wide = { scope: 'test_wide', most: 4, seconds: 10 };

const tries = async (subject: string, times: number, address?: string) => {
  const waits: number[] = [];
  for (let n = 0; n < times; n++) {
    const counted = [{ limit, subject }, ...(address ? [{ limit: wide, subject: address }] : [])];
    waits.push(await limitBurst(as(anonymous), counted));
  }
  return waits;
};
const later = (seconds: number) =>
  sqlAsOwner()`update bursts set window_start = window_start - make_interval(secs => ${seconds})`;

beforeEach(resetDb);

describe('a burst', () => {
  it('is stopped beyond the limit, with the seconds to wait', async () => {
    expect(await tries('a', 3)).toEqual([0, 0, 0]);
    await later(6);
    expect(await tries('a', 1)).toEqual([4]);
  });

  it('does not lengthen its own wait: an honest try after the window is served', async () => {
    await tries('b', 9);
    await later(10);
    expect(await tries('b', 4)).toEqual([0, 0, 0, 10]);
  });

  it('of one does not stop another, nor the same one elsewhere', async () => {
    expect((await tries('c', 4)).at(-1)).toBe(10);
    expect(await tries('d', 1)).toEqual([0]);
    const elsewhere = { limit: { ...limit, scope: 'other' }, subject: 'c' };
    expect(await limitBurst(as(anonymous), [elsewhere])).toBe(0);
  });

  it('that its own limit stops does not use up the wider one of its address', async () => {
    await tries('e', 20, 'factory');
    expect(await tries('f', 2, 'factory')).toEqual([0, 10]);
  });

  it('is counted once by requests that arrive together', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => tries('g', 1)));
    expect(waits.flat().filter((wait) => wait === 0)).toHaveLength(3);
  });
});
