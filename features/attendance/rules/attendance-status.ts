import type { checkInKinds } from '@/db/schema/enums';
import { type AbsenceCause, causeLabels } from '@/features/absences/rules';

export type EntryKind = (typeof checkInKinds)[number];

/** What decides of one line of the ledger. */
export interface AttendanceEntry {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly at: Date;
  readonly repeatOf: string | null;
  /** Of an `excused` entry. */
  readonly cause?: AbsenceCause | null;
}

export type AttendanceState = 'none' | 'present' | 'absent' | 'excused';

export interface AttendanceStatus {
  readonly state: AttendanceState;
  /** When the person came; null unless present. */
  readonly at: Date | null;
  readonly leftAt: Date | null;
  /** Why excused, where it was said. */
  readonly cause?: AbsenceCause | null;
  /** How often an arrival was taken back: a new one carries this number. */
  readonly round: number;
}

const nobody: AttendanceStatus = { state: 'none', at: null, leftAt: null, round: 0 };

function next(before: AttendanceStatus, { kind, at, cause }: AttendanceEntry): AttendanceStatus {
  if (kind === 'out') return { ...before, leftAt: at };
  if (kind === 'in') return { state: 'present', at, leftAt: null, round: before.round };
  const state = kind === 'undone' ? 'none' : kind;
  const why = kind === 'excused' && cause ? { cause } : {};
  return { state, at: null, leftAt: null, round: before.round + 1, ...why };
}

/**
 * Where one person stands at one meeting: the last recorded entry decides, repeats say nothing. An
 * arrival that reaches the server late corrects 缺席, because whoever was scanned was there.
 * Source: domain.md §3.7.
 */
export const attendanceStatusOf = (entries: readonly AttendanceEntry[]): AttendanceStatus =>
  entries
    .filter((entry) => entry.repeatOf === null)
    .toSorted((a, b) => a.seq - b.seq)
    .reduce(next, nobody);

export const stateLabels: Record<AttendanceState, string> = {
  none: '未签到',
  present: '已签到',
  absent: '缺席',
  excused: '请假',
};

/** 已签到, 请假：家里有事: where one stands at a meeting, with the cause where it was said. */
export const attendanceStateWords = ({
  state,
  cause,
}: Pick<AttendanceStatus, 'state' | 'cause'>): string =>
  cause ? `${stateLabels[state]}：${causeLabels[cause]}` : stateLabels[state];
