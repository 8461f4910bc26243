import { describe, expect, it } from 'vitest';
import { inLane } from './lanes';

const soon = () => new Promise((done) => setTimeout(done, 5));

describe('a lane', () => {
  it('lets four work at once, the rest in the order they came', async () => {
    let running = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        inLane('a', async () => {
          most = Math.max(most, ++running);
          order.push(n);
          await soon();
          running--;
        }),
      ),
    );
    expect(most).toBe(4);
    expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('goes on after a failure, and does not hold up other keys', async () => {
    const failing = Array.from({ length: 8 }, () =>
      inLane('b', async () => {
        throw new Error('no');
      }),
    );
    const results = await Promise.allSettled([...failing, inLane('c', async () => 'through')]);
    expect(results.filter((r) => r.status === 'rejected')).toHaveLength(8);
    expect(await inLane('b', async () => 'again')).toBe('again');
  });
});
