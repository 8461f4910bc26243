import type { drawStatuses } from '@/db/schema/enums';
export type DrawStatus = (typeof drawStatuses)[number];

/** A draw goes one way only, each step once: nothing that was published is ever taken back (docs/draw.md). */
export const drawTransitions = {
  announced: ['frozen'],
  frozen: ['seeded'],
  seeded: ['drawn'],
  drawn: [],
} as const satisfies Record<DrawStatus, readonly DrawStatus[]>;

export const drawStatusLabels: Record<DrawStatus, string> = {
  announced: '报名中',
  frozen: '名单已封存',
  seeded: '号码已公布',
  drawn: '已抽签',
};

/**
 * Whether `drawTransitions` knows the step; no draw can take none. Source: domain.md §6.4.
 */
export const canMoveDraw = (from: DrawStatus | undefined, to: DrawStatus): boolean =>
  from !== undefined && (drawTransitions[from] as readonly DrawStatus[]).includes(to);
