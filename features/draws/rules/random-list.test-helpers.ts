import type { List, ListedEntry, Siblings } from './list';

/** A small generator with a seed, so that a failing draw can be drawn again. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

/** Any list a draw may meet: tiers, weights, groups, families, more places than people or none. */
export function randomList(random: () => number, most = 24): List {
  const whole = (n: number) => Math.floor(random() * n);
  const letters = ['a', 'b'].slice(0, whole(3));
  const entries: ListedEntry[] = Array.from({ length: 1 + whole(most) }, (_, i) => ({
    no: (i + 1) * (1 + whole(2)) + i,
    tier: 1 + whole(3),
    weight: 1 + whole(3),
    groups: letters.filter(() => random() < 0.4).join(''),
    household: random() < 0.5 ? `f${1 + whole(5)}` : null,
    digest: i.toString(16).padStart(32, '0'),
  }));
  const numbers = new Set<number>();
  return {
    session: '0198f0a0-0000-7000-8000-000000000000',
    open: whole(12),
    reserved: letters.map((letter) => ({
      letter,
      id: `carve-out-${letter}`,
      places: 1 + whole(4),
      returns: random() < 0.5,
    })),
    siblings: pick<Siblings>(random, ['none', 'together', 'best_effort']),
    waiting: random() < 0.5 ? null : whole(8),
    seed: 'lottery 2026-06-12 2026-06-16',
    entries: entries.filter((e) => !numbers.has(e.no) && numbers.add(e.no)),
  };
}
