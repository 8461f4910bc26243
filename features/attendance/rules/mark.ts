import type { AttendanceState, EntryKind } from './attendance-status';

/** What a mark of the roll is in the ledger. */
export const kindOfMark = {
  present: 'in',
  absent: 'absent',
  excused: 'excused',
  none: 'undone',
} as const satisfies Record<AttendanceState, EntryKind>;

export type RollRefusal = 'no_meeting' | 'not_started' | 'session_cancelled';

/**
 * A roll is kept from the moment its meeting starts: before that nobody can have been absent. Null when it
 * may be kept. Source: domain.md §3.7.
 */
export function refuseRoll(
  session: { cancelledAt: Date | null },
  meeting: { from: Date } | null,
  now: Date,
): RollRefusal | null {
  if (session.cancelledAt) return 'session_cancelled';
  if (!meeting) return 'no_meeting';
  return now < meeting.from ? 'not_started' : null;
}

/** Whom a mark for all reaches: the unmarked; taking back reaches everyone who carries one. */
export const isMarkedTogether = (state: AttendanceState, to: AttendanceState): boolean =>
  to === 'none' ? state !== 'none' : state === 'none';

/**
 * 托管班: who takes a child over signs it in, on the page of the class; the door and the roll say nothing
 * of a day until it is past (domain.md §3.7).
 */
export const isLeftToClassStaff = (door: { kind: string }, on: string, today: string): boolean =>
  door.kind === 'childcare' && on >= today;
