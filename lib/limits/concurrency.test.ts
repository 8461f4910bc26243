import { afterEach, describe, expect, it, vi } from 'vitest';
import { limitConcurrency } from './concurrency';

/** Work that ends when it is told to. */
function barrier() {
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { opened, open };
}
const turns = () => new Promise((done) => setImmediate(done));

afterEach(() => {
  delete process.env.DATABASE_STATEMENT_MS;
});

describe('a lane', () => {
  it('lets four work at once, the rest in the order they came', async () => {
    const began: number[] = [];
    const doors = Array.from({ length: 20 }, barrier);
    const all = doors.map(({ opened }, n) =>
      limitConcurrency('a', async () => {
        began.push(n);
        await opened;
      }),
    );
    await turns();
    expect(began).toEqual([0, 1, 2, 3]);
    doors[2]?.open();
    await turns();
    expect(began).toEqual([0, 1, 2, 3, 4]);
    for (const { open } of doors) open();
    await Promise.all(all);
    expect(began).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('goes on after a failure, and does not hold up other keys', async () => {
    const failing = Array.from({ length: 8 }, () =>
      limitConcurrency('b', async () => {
        throw new Error('no');
      }),
    );
    const results = await Promise.allSettled([
      ...failing,
      limitConcurrency('c', async () => 'through'),
    ]);
    expect(results.filter((r) => r.status === 'rejected')).toHaveLength(8);
    expect(await limitConcurrency('b', async () => 'again')).toBe('again');
  });

  it('tells who waits too long that the system is busy, and is whole afterwards', async () => {
    process.env.DATABASE_STATEMENT_MS = '100';
    vi.resetModules();
    const { limitConcurrency } = await import('./concurrency');
    const { Busy } = await import('../busy');
    const door = barrier();
    const within = Array.from({ length: 4 }, () => limitConcurrency('d', () => door.opened));
    const late = await Promise.allSettled(
      [1, 2, 3].map((n) => limitConcurrency('d', async () => n)),
    );
    expect(late.map((r) => r.status === 'rejected' && r.reason instanceof Busy)).toEqual([
      true,
      true,
      true,
    ]);
    door.open();
    await Promise.all(within);
    expect(await limitConcurrency('d', async () => 'served')).toBe('served');
  });
});
