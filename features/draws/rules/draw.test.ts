import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlaced } from './allot';
import { digestOf, sha256 } from './digest';
import { draw, verify } from './draw';
import { type List, type ListedEntry, listText, parseList, siblingModes } from './list';
import { chance, randomList } from './random-list.test-helpers';

const seedNumber = Number(process.env.DRAW_SEED ?? 20261124);
const random = chance(seedNumber);
const dir = mkdtempSync(join(process.env.TMPDIR ?? '/tmp', 'draw-'));

/** What the published script says in a process of its own. */
function script(list: string, results: string): string {
  writeFileSync(join(dir, 'list.txt'), list);
  writeFileSync(join(dir, 'results.txt'), results);
  const files = [join(dir, 'list.txt'), join(dir, 'results.txt')];
  return spawnSync(process.execPath, ['public/verify-draw.mjs', ...files]).stdout.toString();
}
const lists = Array.from({ length: 300 }, () => randomList(random));

describe(`the draw (seed ${seedNumber})`, () => {
  it('reads back the very text that it wrote', () => {
    for (const list of lists) expect(listText(parseList(listText(list)))).toBe(listText(list));
  });

  it('gives every number one rank, and places no more than there are', async () => {
    for (const list of lists) {
      const { results } = await draw(listText(list), 'a');
      expect(results.map((r) => r.rank)).toEqual(list.entries.map((_, i) => i + 1));
      expect(new Set(results.map((r) => r.no)).size).toBe(list.entries.length);
      const all = list.open + list.reserved.reduce((sum, r) => sum + r.places, 0);
      expect(results.filter((r) => isPlaced(r.outcome)).length).toBeLessThanOrEqual(all);
      for (const { letter, places } of list.reserved) {
        const won = results.filter((r) => r.outcome === letter);
        expect(won.length).toBeLessThanOrEqual(places);
        for (const r of won) {
          expect(list.entries.find((e) => e.no === r.no)?.groups).toContain(letter);
        }
      }
    }
  });

  it('comes out the same in another process, by a script that shares no line with it', async () => {
    for (const [i, list] of lists.slice(0, 24).entries()) {
      const text = listText(list);
      const { text: results, hash } = await draw(text, `2026153:${String(i).padStart(3, '0')}`);
      expect(script(text, results)).toBe(`一致：${list.entries.length} 个号，名单校验码 ${hash}\n`);
    }
  }, 60_000);

  it('gives another fingerprint when one entry is changed, and says so', async () => {
    for (const list of lists.slice(0, 60)) {
      const text = listText(list);
      const seed = '2026153:407';
      const { hash, text: results } = await draw(text, seed);
      const published = { list: text, results, hash, seed };
      expect((await verify(published)).same).toBe(true);
      const [first, ...rest] = list.entries;
      const changed = listText({
        ...list,
        entries: [{ ...(first as ListedEntry), weight: 5 }, ...rest],
      });
      expect(await verify({ ...published, list: changed })).toMatchObject({
        same: false,
        wrong: 'list',
      });
      const swapped = results.replace(/^1 (\S+)/m, '1 9999');
      expect(await verify({ ...published, results: swapped })).toMatchObject({ wrong: 'order' });
    }
  });

  it('takes only a seed that the list had committed to', async () => {
    const sentences = ['春江水暖鸭先知', '一行白鹭上青天', '两个黄鹂鸣翠柳'];
    const said = await Promise.all(sentences.map(sha256));
    const secret = '5f'.repeat(32);
    const cases = [
      [`house ${await sha256(secret)}`, secret, true],
      [`house ${await sha256(secret)}`, 'a5'.repeat(32), false],
      [`house ${await sha256(secret)}`, '2026153:407', false],
      [`witnesses ${said.join(' ')} lottery 2026-06-16`, sentences.join(':'), true],
      [`witnesses ${said.join(' ')} lottery 2026-06-16`, '2026157:018', true],
      [`witnesses ${said.join(' ')} lottery 2026-06-16`, [...sentences].reverse().join(':'), false],
      ['lottery 2026-06-12 2026-06-16', '2026153:407', true],
      ['lottery 2026-06-12 2026-06-16', 'whatever suits', false],
    ] as const;
    for (const [named, seed, fits] of cases) {
      const list = listText({ ...anList([1, 1, 2]), seed: named });
      const { hash, text: results } = await draw(list, seed);
      const checked = await verify({ list, results, hash, seed });
      expect(checked, `${named} by ${seed}`).toMatchObject({
        same: fits,
        wrong: fits ? null : 'seed',
      });
      expect(script(list, results), `${named} by ${seed}`).toMatch(fits ? /^一致/ : /^不一致/);
    }
  });

  it('is checked by a script of no more lines than fit on a page', () => {
    const lines = readFileSync('public/verify-draw.mjs', 'utf8').trimEnd().split('\n');
    expect(lines.filter((line) => !/^(\/\/|import)/.test(line)).length).toBeLessThanOrEqual(34);
  });

  it('never lets a later tier pass one that waits for the same places', async () => {
    for (const list of lists.filter((l) => l.siblings !== 'together')) {
      const { results } = await draw(listText(list), 'b');
      const of = (no: number) => list.entries.find((e) => e.no === no) as ListedEntry;
      const family = (e: ListedEntry) =>
        list.siblings === 'none' || !e.household
          ? [e]
          : list.entries.filter((other) => other.household === e.household);
      const tier = (no: number) => Math.max(...family(of(no)).map((e) => e.tier));
      const losers = results.filter((r) => !isPlaced(r.outcome));
      const open = results.filter((r) => r.outcome === 'open');
      for (const loser of losers) {
        for (const winner of open) expect(tier(winner.no)).toBeLessThanOrEqual(tier(loser.no));
        for (const letter of of(loser.no).groups) {
          for (const winner of results.filter((r) => r.outcome === letter)) {
            expect(tier(winner.no)).toBeLessThanOrEqual(tier(loser.no));
          }
        }
      }
    }
  });

  it('leaves no open place idle while a single child waits', async () => {
    for (const list of lists) {
      const { results } = await draw(listText(list), 'c');
      const open = results.filter((r) => r.outcome === 'open').length;
      const flowed = list.reserved
        .filter((r) => r.returns)
        .reduce((sum, { letter, places }) => {
          return sum + places - results.filter((r) => r.outcome === letter).length;
        }, 0);
      if (open >= list.open + flowed) continue;
      for (const r of results.filter((one) => !isPlaced(one.outcome))) {
        const entry = list.entries.find((e) => e.no === r.no) as ListedEntry;
        const alone =
          !entry.household ||
          list.entries.filter((e) => e.household === entry.household).length === 1;
        expect(list.siblings === 'together' && !alone).toBe(true);
      }
    }
  });

  it('gives two tickets twice the chance of one, as far as 4,000 draws can tell', async () => {
    const wins = { one: 0, two: 0 };
    const list = anList([1, 1, 1, 2]);
    for (let i = 0; i < 4000; i++) {
      const { results } = await draw(listText(list), `seed ${i}`);
      if (results[0]?.no === 4) wins.two++;
      else wins.one++;
    }
    // Five tickets in all: 2/5 of 4,000 is 1,600, and 4.5 standard deviations are 140.
    expect(Math.abs(wins.two - 1600)).toBeLessThan(140);
  });

  it('gives each child of a family of two the chance of an only child', async () => {
    const base = anList([1, 1, 1, 1]);
    const entries = base.entries.map((e) => ({ ...e, household: e.no > 2 ? 'f1' : null }));
    const list: List = { ...base, open: 2, siblings: 'together', entries };
    const wins = new Map<number, number>();
    for (let i = 0; i < 3000; i++) {
      const { results } = await draw(listText(list), `seed ${i}`);
      for (const r of results) if (isPlaced(r.outcome)) wins.set(r.no, (wins.get(r.no) ?? 0) + 1);
    }
    // Three units; the family gets both places when it is first, or is passed over: 1 in 3 against 2 in 3.
    expect(wins.get(3)).toBe(wins.get(4));
    expect(Math.abs((wins.get(3) ?? 0) - 1000)).toBeLessThan(120);
  });

  it('hides the number behind its digest, and shows it to whoever has the salt', async () => {
    const digest = await digestOf('YY26-0611-000137', 'a1b2');
    expect(digest).toMatch(/^[0-9a-f]{32}$/);
    expect(await digestOf('YY26-0611-000137', 'a1b2')).toBe(digest);
    expect(await digestOf('YY26-0611-000138', 'a1b2')).not.toBe(digest);
  });

  it('refuses a text that was cut short or is of another algorithm', async () => {
    const text = listText(anList([1, 1]));
    await expect(draw(text.slice(0, text.lastIndexOf('0002')), 'a')).rejects.toThrow('no list');
    await expect(draw(text.replace('draw-1', 'draw-2'), 'a')).rejects.toThrow('no list');
    expect(siblingModes).toContain(parseList(text).siblings);
  });
});

function anList(weights: number[]): List {
  return {
    session: 's',
    open: 1,
    reserved: [],
    siblings: 'none',
    waiting: null,
    seed: 'lottery 2026-06-12',
    entries: weights.map((weight, i) => ({
      no: i + 1,
      tier: 1,
      weight,
      groups: '',
      household: null,
      digest: 'd'.repeat(32),
    })),
  };
}
