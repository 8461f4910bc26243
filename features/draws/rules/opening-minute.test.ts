import { describe, expect, it } from 'vitest';
import { grantPlace, type Places } from '@/features/places/rules/places';
import { draw } from './draw';
import { type DrawState, entryGranted, equalUntil, wayIn } from './entering';
import { type ListedEntry, listText } from './list';
import { chance } from './random-list.test-helpers';

const WORKERS = 500;
const SEEDS = 200;
const PLACES = 40;
const opening = new Date('2026-06-01T01:00:00Z');

/** Spearman's coefficient of two rankings without ties. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  const sum = a.reduce((all, rank, at) => all + (rank - (b[at] ?? 0)) ** 2, 0);
  return 1 - (6 * sum) / (n * (n * n - 1));
}

/** A burst: most of them within seconds, the last just before the minute ends. */
const arrivals = (random: () => number): Date[] =>
  Array.from({ length: WORKERS }, () => 59_999 * random() ** 4)
    .sort((x, y) => x - y)
    .map((ms) => new Date(opening.getTime() + ms));

const entryOf = (no: number, random: () => number): ListedEntry => ({
  no,
  tier: 1,
  weight: 1,
  groups: '',
  household: null,
  digest: Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(32, '0'),
});

/** The rank each arrival comes to, through the same rules as a booking: `equalMinutes` on or off. */
async function ranksOf(equalMinutes: number | undefined, seed: string, random: () => number) {
  const about = { allocation: 'first_come', equalMinutes, bookingOpensAt: opening } as const;
  let places: Places = {
    capacity: PLACES,
    taken: 0,
    waiting: 0,
    reserved: 0,
    overridden: 0,
    queueNext: 1,
  };
  let status: DrawState['status'] = null;
  const entries: ListedEntry[] = [];
  const ranks: number[] = [];
  for (const at of arrivals(random)) {
    const enters = wayIn({ ...about, status }, at) === 'enter';
    const terms = { needsApproval: false, waitlistMax: undefined };
    const granted = enters ? entryGranted(places) : grantPlace(places, terms);
    if (granted === 'full') throw new Error('a list without an end is not full');
    places = granted.places;
    if (granted.status !== 'entered') ranks.push(places.taken + places.waiting);
    else {
      status = 'announced';
      entries.push(entryOf(granted.entryNo, random));
    }
  }
  if (entries.length === 0) return ranks;
  const list = {
    session: 's',
    open: PLACES,
    reserved: [],
    siblings: 'none',
    waiting: null,
  } as const;
  const { results } = await draw(listText({ ...list, seed: 'house', entries }), seed);
  const byNo = new Map(results.map((r) => [r.no, r.rank]));
  return entries.map(({ no }) => byNo.get(no) ?? 0);
}

const inOrder = Array.from({ length: WORKERS }, (_, at) => at + 1);

describe('开放后一分钟内同等对待', () => {
  it(`makes the rank independent of arrival: ${WORKERS} people, ${SEEDS} seeds`, async () => {
    const random = chance(7);
    const found: number[] = [];
    let firstHundred = 0;
    for (let i = 0; i < SEEDS; i++) {
      const ranks = await ranksOf(1, `seed ${i}`, random);
      expect(ranks).toHaveLength(WORKERS);
      found.push(correlation(inOrder, ranks));
      firstHundred += ranks.slice(0, 100).filter((rank) => rank <= PLACES).length;
    }
    const mean = found.reduce((sum, r) => sum + r, 0) / SEEDS;
    // One coefficient of 500 has a standard deviation of 0.045; the mean of 200 of them of 0.0032.
    expect(Math.abs(mean)).toBeLessThan(0.013);
    expect(Math.max(...found.map(Math.abs))).toBeLessThan(0.2);
    // Of the first hundred thumbs 8 in a hundred get a place, as of all: 1,600 of 20,000, σ = 34.
    expect(Math.abs(firstHundred - 1600)).toBeLessThan(140);
  }, 120_000);

  it('with the option off the rank is the arrival, so the test above proves something', async () => {
    const random = chance(7);
    for (let i = 0; i < 5; i++) {
      expect(correlation(inOrder, await ranksOf(undefined, `seed ${i}`, random))).toBe(1);
    }
  });

  it('ends with the minute: who comes at its end is not drawn any more', () => {
    const about = { allocation: 'first_come', equalMinutes: 1, bookingOpensAt: opening } as const;
    const until = equalUntil(about);
    if (!until) throw new Error('no end');
    const just = new Date(until.getTime() - 1);
    expect(wayIn({ ...about, status: null }, just)).toBe('enter');
    expect(wayIn({ ...about, status: null }, until)).toBe('book');
    expect(wayIn({ ...about, status: 'drawn' }, until)).toBe('book');
  });
});
