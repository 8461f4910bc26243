import { describe, expect, it } from 'vitest';
import { allot, isPlaced, type Scored } from './allot';
import type { List, ListedEntry } from './list';

/** Every way to cut up to six children into families of one to three. */
function families(children: number): number[][] {
  if (children === 0) return [[]];
  return [1, 2, 3]
    .filter((size) => size <= children)
    .flatMap((size) => families(children - size).map((rest) => [size, ...rest]));
}

function listOf(sizes: readonly number[], open: number): { list: List; units: Scored[] } {
  let no = 0;
  const units = sizes.map((size, at): Scored => {
    const members: ListedEntry[] = Array.from({ length: size }, () => ({
      no: ++no,
      tier: 1,
      weight: 1,
      groups: '',
      household: `f${at}`,
      digest: '',
    }));
    return { members, tier: 1, weight: 1, no: members[0]?.no ?? 0, score: String(at) };
  });
  const entries = units.flatMap((unit) => unit.members);
  const plain = { session: '', reserved: [], waiting: null, seed: '', entries };
  return { list: { ...plain, open, siblings: 'together' }, units };
}

/** The oracle: of all sets of whole families that fit, the one that comes first down the order. */
function best(sizes: readonly number[], open: number): boolean[] {
  const sets = Array.from({ length: 2 ** sizes.length }, (_, bits) =>
    sizes.map((_size, at) => (bits & (1 << at)) !== 0),
  ).filter((set) => sizes.reduce((sum, size, at) => sum + (set[at] ? size : 0), 0) <= open);
  const rank = (set: readonly boolean[]) => set.map((on) => (on ? '0' : '1')).join('');
  return sets.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0] ?? [];
}

describe('同进同退, against every set of families there is', () => {
  const cases = [1, 2, 3, 4, 5, 6].flatMap((children) =>
    families(children).flatMap((sizes) =>
      Array.from({ length: children + 2 }, (_, open) => ({ sizes, open })),
    ),
  );

  it(`places the families that the oracle places, in ${cases.length} cases`, () => {
    for (const { sizes, open } of cases) {
      const { list, units } = listOf(sizes, open);
      const results = allot(list, units);
      const placed = units.map((unit) =>
        unit.members.map((e) => isPlaced(results.find((r) => r.no === e.no)?.outcome ?? 'out')),
      );
      for (const family of placed) expect(new Set(family).size).toBe(1);
      expect(placed.map((family) => family[0])).toEqual(best(sizes, open));
    }
  });

  it('leaves no place idle that a single child below could use', () => {
    for (const { sizes, open } of cases) {
      const { list, units } = listOf(sizes, open);
      const results = allot(list, units);
      const left = open - results.filter((r) => isPlaced(r.outcome)).length;
      const waiting = units.filter((u) =>
        results.some((r) => r.no === u.no && r.outcome === 'wait'),
      );
      for (const unit of waiting) expect(unit.members.length).toBeGreaterThan(left);
    }
  });

  it('with 尽量一起 fills every place, at most one family is split', () => {
    for (const { sizes, open } of cases) {
      const { list, units } = listOf(sizes, open);
      const results = allot({ ...list, siblings: 'best_effort' }, units);
      const placed = results.filter((r) => isPlaced(r.outcome)).length;
      expect(placed).toBe(Math.min(open, list.entries.length));
      const split = units.filter((unit) => {
        const won = unit.members.filter((e) =>
          isPlaced(results.find((r) => r.no === e.no)?.outcome ?? 'out'),
        );
        return won.length > 0 && won.length < unit.members.length;
      });
      expect(split.length).toBeLessThanOrEqual(1);
    }
  });
});
