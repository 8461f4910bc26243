import type { Seats } from '@/features/offerings/rules/offering';

interface Pickable extends Seats {
  readonly id: string;
  readonly cancelled: boolean;
  readonly startsAt: Date;
}

/**
 * The session that stands chosen: the one asked for, else the first with a place, else the first ahead.
 * Null when none lies ahead.
 */
export function pickSession<S extends Pickable>(
  sessions: readonly S[],
  asked: string | undefined,
  now: Date,
): S | null {
  const ahead = sessions.filter((s) => !s.cancelled && s.startsAt > now);
  const free = (s: S) => s.taken < s.capacity && s.waiting === 0;
  return ahead.find((s) => s.id === asked) ?? ahead.find(free) ?? ahead[0] ?? null;
}

/**
 * Who stands chosen: the one asked for, else the first who may, else the first. Null when there is nobody
 * to choose from.
 */
export function pickWho<V extends { who: string; general: { eligible: boolean } }>(
  verdicts: readonly V[],
  asked: string | undefined,
): V | null {
  return (
    verdicts.find((v) => v.who === asked) ??
    verdicts.find((v) => v.general.eligible) ??
    verdicts[0] ??
    null
  );
}
