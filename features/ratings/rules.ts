import type { ratingTaskStatuses } from '@/db/schema/enums';
export const levels = [5, 4, 3, 2, 1] as const;
export type Level = (typeof levels)[number];

/** The five levels of 好差评, as every 政务 window has them (domain.md §3.8). */
export const levelLabels: Record<Level, string> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};

const good = {
  fast: '办得快',
  kind: '态度好',
  clear: '说得清楚',
  simple: '手续简单',
  orderly: '安排有序',
};
const poor = {
  slow: '等得久',
  rude: '态度不好',
  unclear: '说不清楚',
  complicated: '手续麻烦',
  disorderly: '安排混乱',
  different: '和说明的不一样',
};
export const reasonLabels: Record<string, string> = { ...good, ...poor };

/**
 * 不满意 and below: a poor rating, which the organiser must answer. Source: domain.md §3.8.
 */
export const isPoor = (level: number): boolean => level <= 2;

/** The reasons that are offered at a level; in the middle both kinds. */
export function reasonsAt(level: Level): readonly string[] {
  if (level >= 4) return Object.keys(good);
  return isPoor(level) ? Object.keys(poor) : [...Object.keys(good), ...Object.keys(poor)];
}

export type RateRefusal = 'not_done' | 'too_late' | 'being_handled';

/**
 * Whether a case may be rated, or its rating changed: once it is over; one rating a case; changed within
 * the hours that the setting gives, and not once the organiser has answered.
 * Source: domain.md §3.8.
 * @returns null when allowed
 */
export function refuseRating(
  facts: {
    done: boolean;
    changeableUntil: Date | null;
    taskStatus: RatingTaskStatus | null;
  },
  now: Date,
): RateRefusal | null {
  if (!facts.done) return 'not_done';
  if (facts.taskStatus === 'answered' || facts.taskStatus === 'solved') return 'being_handled';
  return facts.changeableUntil && now >= facts.changeableUntil ? 'too_late' : null;
}

export type RatingTaskStatus = (typeof ratingTaskStatuses)[number];

/**
 * What becomes of a poor rating: answered by the organiser, found solved or not by the person, and
 * withdrawn when the person rates better; a second poor rating opens it again.
 */
export const taskTransitions = {
  open: ['answered', 'withdrawn'],
  answered: ['solved', 'open'],
  solved: [],
  withdrawn: ['open'],
} as const satisfies Record<RatingTaskStatus, readonly RatingTaskStatus[]>;

/**
 * Whether `taskTransitions` knows the step. Source: domain.md §6.7.
 */
export const canMoveTask = (from: RatingTaskStatus, to: RatingTaskStatus): boolean =>
  (taskTransitions[from] as readonly RatingTaskStatus[]).includes(to);

export const taskLabels: Record<RatingTaskStatus, string> = {
  open: '待整改',
  answered: '已答复',
  solved: '已解决',
  withdrawn: '已撤回',
};

/**
 * Overdue the day after its due day, while nobody has answered. Source: domain.md §3.8.
 */
export const isTaskOverdue = (
  task: { status: RatingTaskStatus; dueOn: string },
  today: string,
): boolean => task.status === 'open' && task.dueOn < today;

export interface Summary {
  readonly count: number;
  /** One decimal, of 5. */
  readonly average: string;
  /** 好评率: 基本满意 and above, whole percent. */
  readonly goodPercent: number;
}

/**
 * The average that stands in public, or null where fewer have rated than the setting asks, so that
 * nobody's own rating can be read out of it. Source: domain.md §3.8.
 * @param counts how many at each level
 */
export function summaryOf(
  counts: Readonly<Partial<Record<Level, number>>>,
  minimum: number,
): Summary | null {
  const at = (level: Level) => counts[level] ?? 0;
  const count = levels.reduce((sum, level) => sum + at(level), 0);
  if (count === 0 || count < minimum) return null;
  const points = levels.reduce((sum, level) => sum + level * at(level), 0);
  const satisfied = at(5) + at(4) + at(3);
  return {
    count,
    average: (Math.round((points / count) * 10) / 10).toFixed(1),
    goodPercent: Math.floor((satisfied / count) * 100),
  };
}
