import type { absenceCauses, excuseStatuses } from '@/db/schema/enums';

export type ExcuseStatus = (typeof excuseStatuses)[number];

/** An appeal is answered once. `excused` is what the organiser does without being asked. */
export const excuseTransitions = {
  waiting: ['accepted', 'refused'],
  accepted: [],
  refused: [],
  excused: [],
} as const satisfies Record<ExcuseStatus, readonly ExcuseStatus[]>;

/**
 * Whether `excuseTransitions` knows the step. Source: domain.md §6.6.
 */
export const canMoveExcuse = (from: ExcuseStatus, to: ExcuseStatus): boolean =>
  (excuseTransitions[from] as readonly ExcuseStatus[]).includes(to);

/** What the person and the officer read. */
export const excuseLabels: Record<ExcuseStatus, string> = {
  waiting: '申诉待答复',
  accepted: '申诉成立，不计爽约',
  refused: '申诉不成立',
  excused: '已豁免，不计爽约',
};

export type AbsenceCause = (typeof absenceCauses)[number];

/** Why an absence is excused, as it is picked and read; whoever is ill has 提前请过假 or 其他原因. */
export const causeLabels: Record<AbsenceCause, string> = {
  asked: '提前请过假',
  work: '工作走不开',
  family: '家里有事',
  other: '其他原因',
};

/** 已豁免，不计爽约：家里有事; without a cause what stands of the absence alone. */
export const excuseWords = (excuse: {
  status: ExcuseStatus;
  cause?: AbsenceCause | null;
}): string =>
  excuse.cause
    ? `${excuseLabels[excuse.status]}：${causeLabels[excuse.cause]}`
    : excuseLabels[excuse.status];

export type AppealRefusal = 'not_absent' | 'already_appealed' | 'already_excused';

/**
 * Whether an absence may be appealed against: once for each, and only while it counts.
 * Source: domain.md §3.6.
 * @returns null when allowed
 */
export function refuseAppeal(booking: {
  status: string;
  excuse: ExcuseStatus | null;
}): AppealRefusal | null {
  if (booking.excuse === 'excused' || booking.excuse === 'accepted') return 'already_excused';
  if (booking.excuse) return 'already_appealed';
  return booking.status === 'absent' ? null : 'not_absent';
}
