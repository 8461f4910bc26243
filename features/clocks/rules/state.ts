export const clockStates = ['running', 'paused', 'late', 'ended'] as const;
export type ClockState = (typeof clockStates)[number];

export const clockTransitions = {
  running: ['paused', 'late', 'ended'],
  paused: ['running', 'ended'],
  late: ['ended'],
  ended: ['running'],
} as const satisfies Record<ClockState, readonly ClockState[]>;

export const clockStateLabels: Record<ClockState, string> = {
  running: '计时中',
  paused: '暂停',
  late: '已到期',
  ended: '已结束',
};

/** How a stored deadline stands. Source: domain.md §6.16. */
export function clockState(clock: {
  readonly endedAt: Date | null;
  readonly expiredAt: Date | null;
  readonly dueOn: string | null;
}): ClockState {
  if (clock.endedAt) return 'ended';
  if (clock.expiredAt) return 'late';
  return clock.dueOn === null ? 'paused' : 'running';
}
