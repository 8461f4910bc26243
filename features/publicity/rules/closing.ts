/** 小结 of an offering, as everybody reads it. */
export interface Closing {
  readonly words: string;
  /** Sessions that took place. */
  readonly sessions: number;
  /** Who came, each session counted for itself. */
  readonly attended: number;
}

/** Fewer could be told apart. */
const FEWEST = 5;

/**
 * How many came, in words; null while so few did that one could tell who. Source: 个人信息保护法 6.
 */
export const closingCounts = ({ sessions, attended }: Closing): string | null =>
  attended < FEWEST ? null : `办了 ${sessions} 场，${attended} 人次参加`;

/** Counted by the desk; those of one session once each. */
interface Counted {
  readonly now: Date;
  readonly live: readonly { readonly id: string; readonly endsAt: Date }[];
  readonly counts: readonly {
    readonly sessionId: string;
    readonly status: string;
    readonly n: number;
  }[];
}

/** What took place of an offering by now: sessions that ended, and who came to one of them. */
export function tookPlace({ now, live, counts }: Counted): { sessions: number; attended: number } {
  const ended = new Set(live.filter(({ endsAt }) => endsAt <= now).map(({ id }) => id));
  const came = counts.filter((c) => c.status === 'attended' && ended.has(c.sessionId));
  return { sessions: ended.size, attended: came.reduce((sum, { n }) => sum + n, 0) };
}
