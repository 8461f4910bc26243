import type { moveRequestStatuses } from '@/db/schema/enums';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import { answerDeadline, askedWhenMoved } from '@/features/bookings/rules/moved';

export type MoveRequestStatus = (typeof moveRequestStatuses)[number];

/** What becomes of the question whether somebody goes over. `docs/domain.md` shows the same table. */
export const moveRequestTransitions = {
  asked: ['done', 'declined', 'lapsed', 'withdrawn'],
  done: [],
  declined: [],
  lapsed: [],
  withdrawn: [],
} as const satisfies Record<MoveRequestStatus, readonly MoveRequestStatus[]>;

export const moveRequestLabels: Record<MoveRequestStatus, string> = {
  asked: '等本人答复',
  done: '已换',
  declined: '不换',
  lapsed: '到时没答复',
  withdrawn: '组织单位撤回',
};

/**
 * Whether `moveRequestTransitions` knows the step. Source: domain.md §6.11.
 */
export const canEndRequest = (from: MoveRequestStatus, to: MoveRequestStatus): boolean =>
  (moveRequestTransitions[from] as readonly MoveRequestStatus[]).includes(to);

export type DeskMoveRefusal = 'not_movable' | 'begun';

/**
 * Whether the organiser may move a booking to another session: while it holds a place, in a session that
 * has not begun. Who waits is offered a place where they wait. Source: domain.md §3.5.
 * @returns null when allowed
 */
export function refuseDeskMove(
  b: { readonly status: BookingStatus; readonly startsAt: Date },
  now: Date,
): DeskMoveRefusal | null {
  if (!askedWhenMoved.some((status) => status === b.status)) return 'not_movable';
  return b.startsAt <= now ? 'begun' : null;
}

/** Until when they are asked: counted from the earlier of both sessions, as for a session that is moved. */
export const moveAnswerBy = (starts: readonly Date[], hours: number, now: Date): Date =>
  answerDeadline(new Date(Math.min(...starts.map((at) => at.getTime()))), hours, now);

/** What silence means, as the setting says it; a swap is never made without both saying yes. */
export const silentMoves = ['留在原场次', '换到新场次'] as const;

/** The sentence under the question on a phone. */
export const silenceAfter = (silent: string, isSwap: boolean): string =>
  silent === silentMoves[1] && !isSwap
    ? '到时没答复，就换到新场次'
    : '到时没答复，就还在原来的场次';

/** A full session as the officer reads it, with what to do. */
export function fullWords(s: {
  readonly title: string;
  readonly capacity: number;
  readonly waiting: number;
}): string {
  const queue = s.waiting > 0 ? `，还有 ${s.waiting} 人候补` : '';
  return `“${s.title}” ${s.capacity} 个名额已满${queue}，移不过去。可以换一场，或先在设置里加名额`;
}

/** Why they are moved, with how they agreed where an officer wrote it down (代办). */
export const reasonWith = (reason: string, proof: string | null): string =>
  proof ? `${reason}。代办：${proof}` : reason;
