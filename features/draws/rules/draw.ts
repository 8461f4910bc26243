import { allot, type DrawResult, isPlaced } from './allot';
import { hmacs, sha256 } from './digest';
import { ALGORITHM, numberText, parseList } from './list';
import { seedFits } from './seed-fits';
import { ticketsOf, unitsOf } from './units';

export interface Drawn {
  readonly hash: string;
  readonly results: readonly DrawResult[];
  /** The results as they are published, byte for byte. */
  readonly text: string;
}

function resultsText(hash: string, seed: string, results: readonly DrawResult[]): string {
  const lines = [
    `${ALGORITHM} results`,
    `list ${hash}`,
    `seed ${seed}`,
    `placed ${results.filter((r) => isPlaced(r.outcome)).length}`,
    ...results.map((r) => `${r.rank} ${numberText(r.no)} ${r.score} ${r.outcome}`),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The whole draw from what is published, the text of the frozen list and the seed: same input, same
 * output, on the server, on a phone and in the script. The entries of the list are all it knows.
 */
export async function draw(text: string, seed: string): Promise<Drawn> {
  const list = parseList(text);
  const hash = await sha256(text);
  const units = unitsOf(list);
  const tickets = units.map((unit) => ticketsOf(unit, hash));
  const all = await hmacs(seed, tickets.flat());
  let at = 0;
  const scored = units.map((unit, i) => {
    const own = all.slice(at, at + (tickets[i]?.length ?? 0));
    at += own.length;
    const [best = ''] = own.sort();
    return { ...unit, score: best.slice(0, 16) };
  });
  const results = allot(list, scored);
  return { hash, results, text: resultsText(hash, seed, results) };
}

export interface Checked {
  readonly same: boolean;
  /** What does not fit: the list was changed, the number is not the one it named, or the order. */
  readonly wrong: 'list' | 'seed' | 'order' | null;
  readonly entries: number;
}

/**
 * 重算一遍: whether the published results follow from the published list, seed and fingerprint, and the
 * seed is one that the list had committed to.
 */
export async function verify(published: {
  list: string;
  results: string;
  hash: string;
  seed: string;
}): Promise<Checked> {
  const drawn = await draw(published.list, published.seed);
  const entries = drawn.results.length;
  if (drawn.hash !== published.hash) return { same: false, wrong: 'list', entries };
  if (!(await seedFits(parseList(published.list).seed, published.seed))) {
    return { same: false, wrong: 'seed', entries };
  }
  if (drawn.text !== published.results) return { same: false, wrong: 'order', entries };
  return { same: true, wrong: null, entries };
}
