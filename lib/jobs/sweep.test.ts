import { describe, expect, it } from 'vitest';
import { everyPage, sweep } from './sweep';

const numbers = (n: number) =>
  Array.from({ length: n }, (_, at) => ({ id: String(at).padStart(4, '0') }));

describe('a sweep', () => {
  it('goes on behind an item that fails, and counts it', async () => {
    const seen: string[] = [];
    const swept = await sweep('test', numbers(3), async ({ id }) => {
      if (id === '0001') throw new Error('bad');
      seen.push(id);
    });
    expect(swept).toEqual({ done: 2, failed: 1 });
    expect(seen).toEqual(['0000', '0002']);
  });

  it('reads on behind the first page, whatever became of its items', async () => {
    const all = numbers(201);
    const page = async (after: string | null) =>
      all.filter(({ id }) => after === null || id > after).slice(0, 100);
    const swept = await sweep('test', everyPage(page), async ({ id }) => {
      if (id === '0099') throw new Error('bad');
    });
    expect(swept).toEqual({ done: 200, failed: 1 });
  });
});
