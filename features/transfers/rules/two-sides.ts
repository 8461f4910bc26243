import type {
  sideStatuses,
  transferRefusals,
  transferSideNames,
  transferStatuses,
  transferStopKinds,
} from '@/db/schema/enums';

export type TransferStatus = (typeof transferStatuses)[number];
export type SideName = (typeof transferSideNames)[number];
export type SideStatus = (typeof sideStatuses)[number];
export type TransferRefusal = (typeof transferRefusals)[number];
export type StopKind = (typeof transferStopKinds)[number];

/** 转会 as a whole (domain.md §6.18). */
export const transferTransitions = {
  proposed: ['open', 'withdrawn'],
  open: ['done', 'refused', 'withdrawn'],
  done: [],
  refused: [],
  withdrawn: [],
} as const satisfies Record<TransferStatus, readonly TransferStatus[]>;

export const transferLabels: Record<TransferStatus, string> = {
  proposed: '等本人确认',
  open: '转会中',
  done: '已转好',
  refused: '没转成',
  withdrawn: '已撤回',
};

/** One side of it (domain.md §6.19); silence is consent of the old side only. */
export const sideTransitions = {
  waiting: ['stopped', 'agreed', 'silent', 'refused'],
  stopped: ['waiting', 'agreed', 'refused'],
  agreed: [],
  silent: [],
  refused: ['appealed', 'upheld'],
  appealed: ['agreed', 'upheld'],
  upheld: [],
} as const satisfies Record<SideStatus, readonly SideStatus[]>;

export const sideLabels: Record<SideStatus, string> = {
  waiting: '没答复',
  stopped: '暂停',
  agreed: '同意',
  silent: '到期视为同意',
  refused: '不同意',
  appealed: '上级再看',
  upheld: '维持不同意',
};

/** Whether a side may go there from where it is. Source: domain.md §6.19. */
export const mayBecome = (from: SideStatus, to: SideStatus): boolean =>
  (sideTransitions[from] as readonly SideStatus[]).includes(to);

/** The rule that is quoted wherever silence is spoken of (Source: domain.md §1.5). */
export const silenceRule = '转会办法：转出的工会期满不答复，视为同意。';

/** What it means when a side has not answered by its last day, as it is said beside the day. */
export const silenceMeans: Record<SideName, string> = {
  out: '到期不答复，按同意办',
  in: '到期不答复，上级工会来办',
};

export const refusalLabels: Record<TransferRefusal, string> = {
  not_moved: '没有换单位',
  not_ours: '不在本工会的范围',
  untrue: '材料不实',
};

/** The closed list of each side; a text goes with it. */
export const refusalsOf: Record<SideName, readonly TransferRefusal[]> = {
  out: ['not_moved', 'untrue'],
  in: ['not_ours', 'untrue'],
};

export const stopLabels: Record<StopKind, string> = { election: '换届', case: '正在办案' };

export interface SideFacts {
  readonly status: SideStatus;
  /** YYYY-MM-DD from when its consent counts; null while it has given none. */
  readonly agreedOn: string | null;
}

/**
 * What both sides come to: the first day at the new union once both consent, the later of the two; or refused;
 * or null while somebody is still asked. Source: domain.md §1.5.
 */
export function outcomeOf(sides: readonly SideFacts[]): { readonly on: string } | 'refused' | null {
  if (sides.some(({ status }) => status === 'upheld')) return 'refused';
  const days = sides.map(({ agreedOn }) => agreedOn).filter((day) => day !== null);
  if (days.length < sides.length) return null;
  return { on: days.sort().at(-1) ?? '' };
}

/** Organisations of these kinds have members of their own (Source: domain.md §1.1). */
export const takingKinds = [
  'grassroots_union',
  'joint_union',
  'online_home',
  'industry_federation',
] as const;

/** Whether an organisation of this kind has members of its own. Source: domain.md §1.1. */
export const takesMembers = (kind: string): boolean => takingKinds.some((one) => one === kind);
