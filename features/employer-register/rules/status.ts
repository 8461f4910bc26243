import type { registerStatuses, visitResults } from '@/db/schema/enums';

export type RegisterStatus = (typeof registerStatuses)[number];

export const registerLabels: Record<RegisterStatus, string> = {
  untouched: '未接触',
  surveyed: '已摸排',
  promoting: '宣传中',
  unfit: '不具备条件',
  preparing: '筹备中',
  founded: '已建会',
  ended: '已撤销或停业',
};

/** 建会状态 of an employer, what may follow what (domain.md §2.3). */
export const registerTransitions = {
  untouched: ['surveyed', 'promoting', 'unfit', 'preparing', 'founded', 'ended'],
  surveyed: ['promoting', 'unfit', 'preparing', 'founded', 'ended'],
  promoting: ['surveyed', 'unfit', 'preparing', 'founded', 'ended'],
  unfit: ['surveyed', 'promoting', 'preparing', 'founded', 'ended'],
  preparing: ['surveyed', 'promoting', 'unfit', 'founded'],
  founded: ['surveyed', 'promoting', 'ended'],
  ended: ['surveyed', 'founded'],
} as const satisfies Record<RegisterStatus, readonly RegisterStatus[]>;

/** 筹备中 and 已建会 follow the founding and the tree; nobody types them. */
const followed: readonly RegisterStatus[] = ['preparing', 'founded'];
const withReason: readonly RegisterStatus[] = ['unfit', 'ended'];

/** States that an officer may type for an employer that stands at `now`, in the order of the table. */
export const typedAfter = (now: RegisterStatus): RegisterStatus[] =>
  followed.includes(now) ? [] : registerTransitions[now].filter((next) => !followed.includes(next));

export type StatusRefusal = 'follows_founding' | 'follows_tree' | 'not_from_here' | 'reason_needed';

/**
 * May an officer put the employer from `now`, as it is shown, to `next`? Null when yes, else why not.
 * Source: domain.md §2.3.
 * @param reason why it cannot have a union, or has ended; needed for these two alone
 */
export function refuseStatus(
  now: RegisterStatus,
  next: RegisterStatus,
  reason: string | null,
): StatusRefusal | null {
  if (now === 'preparing' || next === 'preparing') return 'follows_founding';
  if (now === 'founded' || next === 'founded') return 'follows_tree';
  if (!typedAfter(now).includes(next)) return 'not_from_here';
  return withReason.includes(next) && !reason ? 'reason_needed' : null;
}

/** Whether a state carries a reason: 不具备条件, 已撤销或停业. */
export const needsReason = (status: RegisterStatus): boolean => withReason.includes(status);

/**
 * Where an employer stands after somebody was there: who was untouched is surveyed, who heard of the
 * conditions is being informed. What was typed as final, or follows a founding, stays.
 */
export function statusAfterVisit(
  now: RegisterStatus,
  result: (typeof visitResults)[number],
): RegisterStatus {
  if (now !== 'untouched' && now !== 'surveyed') return now;
  const informed = result !== 'not_met' && result !== 'gone';
  return informed ? 'promoting' : 'surveyed';
}
