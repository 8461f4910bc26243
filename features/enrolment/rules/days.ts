import { todayOn } from '@/lib/dates';

/** More sessions than fit one glance are looked at day by day. */
const AT_A_GLANCE = 8;

interface Sitting {
  readonly id: string;
  readonly startsAt: Date;
}

/**
 * The days of an offering with many slots, the day in view, and its sessions; with few sessions all
 * stand together and there is no day to choose.
 */
export function chooseDay<S extends Sitting>(
  sessions: readonly S[],
  asked: { session: string | undefined; day: string | undefined },
): { days: string[]; day: string | null; sessions: readonly S[] } {
  const days = [...new Set(sessions.map((s) => todayOn(s.startsAt)))].sort();
  if (sessions.length <= AT_A_GLANCE || days.length < 2) return { days: [], day: null, sessions };
  const named = sessions.find((s) => s.id === asked.session);
  const of = (s: S) => todayOn(s.startsAt);
  const day = days.find((on) => on === asked.day) ?? (named ? of(named) : null) ?? days[0] ?? null;
  return { days, day, sessions: sessions.filter((s) => of(s) === day) };
}
