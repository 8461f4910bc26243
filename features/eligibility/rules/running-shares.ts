import type { Facts } from './facts';

interface RunningShares {
  /** The facts with what the lines before have taken already. */
  readonly after: (facts: Facts) => Facts;
  readonly take: (facts: Facts) => void;
}

/**
 * 名额配额 within one list: its lines are judged together, before any of them holds a place, so each
 * counts those before it that fit.
 */
export function runningShares(): RunningShares {
  const taken = new Map<string, number>();
  const keysOf = ({ membership }: Facts) => ({
    town: `town ${membership?.townName ?? ''}`,
    unit: `unit ${membership?.unionPath[0] ?? ''}`,
  });
  const more = (before: number | null, key: string) =>
    before === null ? null : before + (taken.get(key) ?? 0);
  return {
    after: (facts) => {
      const { town, unit } = keysOf(facts);
      const shares = Object.entries(facts.shares ?? {}).map(
        ([id, s]) => [id, { town: more(s.town, town), unit: more(s.unit, unit) }] as const,
      );
      return { ...facts, shares: facts.shares && Object.fromEntries(shares) };
    },
    take: (facts) => {
      for (const key of Object.values(keysOf(facts))) taken.set(key, (taken.get(key) ?? 0) + 1);
    },
  };
}
