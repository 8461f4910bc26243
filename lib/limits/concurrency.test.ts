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

  it('answers all who wait in vain by one look, and lets in who does not', async () => {
    const looks: string[][] = [];
    const worked: string[] = [];
    const door = barrier();
    const go = (who: string, work: () => Promise<string>) =>
      limitConcurrency(
        'e',
        () => {
          worked.push(who);
          return work();
        },
        {
          who,
          suggests: (answer) => answer === 'gone',
          look: async (waiting) => {
            looks.push([...waiting]);
            return waiting.filter((one) => one !== 'holder');
          },
          answer: () => 'told',
        },
      );
    const within = ['a', 'b', 'c', 'd'].map((who) => go(who, () => door.opened.then(() => 'gone')));
    const late = ['e', 'holder', 'f'].map((who) => go(who, async () => 'own answer'));
    door.open();
    expect(await Promise.all(within)).toEqual(['gone', 'gone', 'gone', 'gone']);
    expect(await Promise.all(late)).toEqual(['told', 'own answer', 'told']);
    expect(looks).toEqual([['e', 'holder', 'f']]);
    expect(worked).toEqual(['a', 'b', 'c', 'd', 'holder']);
  });

  it('keeps its order, and a look that fails spoils nobody’s answer', async () => {
    const door = barrier();
    const look = { who: 'x', suggests: () => true, answer: () => 'told' };
    const failing = { ...look, look: () => Promise.reject(new Error('away')) };
    const within = Array.from({ length: 4 }, () =>
      limitConcurrency('f', () => door.opened.then(() => 'served'), failing),
    );
    const waits = limitConcurrency('f', async () => 'served too');
    door.open();
    expect(await Promise.all(within)).toEqual(['served', 'served', 'served', 'served']);
    expect(await waits).toBe('served too');
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
