import 'server-only';
import { ownBookingsIn } from '@/features/bookings/queries/own-in-session';
import { isCourse, meetingOnDay, timedOf } from '@/features/offerings/rules/meetings';
import { type NewEntry, recordEntries } from '@/features/rolls/steps/record-entries';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { findCheckInPoint, type OpenCheckInPoint } from '../queries/check-in-point';
import { entriesOfSession } from '../queries/entries';
import { type Holder, holdersOf } from '../queries/holders';
import { type AttendanceStatus, attendanceStatusOf } from '../rules/attendance-status';
import { groupBy } from '../rules/group-by';
import {
  isLeftToClassStaff,
  isMarkedTogether,
  kindOfMark,
  type RollRefusal,
  refuseRoll,
} from '../rules/mark';
import type { MarkRollInput } from '../schema/roll';

interface Line {
  readonly holder: Holder;
  readonly attendance: AttendanceStatus;
}

async function linesOf(systemTx: Ctx, sessionId: string, on: string): Promise<Line[]> {
  const [holders, entries] = await Promise.all([
    holdersOf(systemTx, sessionId),
    entriesOfSession(systemTx, sessionId, on),
  ]);
  const byBooking = groupBy(entries, (e) => e.bookingId);
  return holders.map((holder) => ({
    holder,
    attendance: attendanceStatusOf(byBooking.get(holder.bookingId) ?? []),
  }));
}

const toMark = (lines: readonly Line[], { bookingId, to }: MarkRollInput): Line[] =>
  lines.filter(({ holder, attendance }) =>
    bookingId
      ? holder.bookingId === bookingId && attendance.state !== to
      : isMarkedTogether(attendance.state, to),
  );

const entryOf = (tx: Ctx, line: Line, { sessionId, on, to, cause }: MarkRollInput): NewEntry => ({
  id: newId(),
  bookingId: line.holder.bookingId,
  sessionId,
  meetingOn: on,
  kind: kindOfMark[to],
  cause: to === 'excused' ? (cause ?? null) : null,
  at: tx.now,
  way: 'roll',
  byAccount: accountOf(tx.actor),
  round: line.attendance.round,
});

async function record(
  tx: Ctx,
  door: OpenCheckInPoint,
  input: MarkRollInput,
  own: ReadonlySet<string>,
): Promise<number | 'missing'> {
  return within(tx, asSystem(tx), async (systemTx) => {
    const lines = await linesOf(systemTx, door.id, input.on);
    if (input.bookingId && !lines.some((l) => l.holder.bookingId === input.bookingId)) {
      return 'missing';
    }
    const chosen = toMark(lines, input).filter((l) => !own.has(l.holder.bookingId));
    const entries = chosen.map((line) => entryOf(tx, line, input));
    await recordEntries(systemTx, entries);
    return entries.length;
  });
}

/**
 * 点名 of a course: marks who came, who was absent and who is excused at one meeting, one by one or all who are
 * still unmarked; takes marks back. From the start of that meeting. Marks are entries of the same
 * ledger as scans, so the newer one counts and nothing is overwritten. One's own and one's family's are
 * left out of a mark for all: attendance decides about certificates and later places (回避). What the booking itself becomes
 * is decided at the course's end (settle-course); one sitting is marked by `markAttendance`. Throws
 * NotFound for a session, or one booking, that is not on a roll of the officer's.
 * Refuses `own_case` for one booking of one's own or one's family's; `one_sitting` for what is no
 * course; `by_class_staff` on a day of 托管班 that is not past.
 * @authorized-by findCheckInPoint canDecideBookings of the offering's kind
 */
export async function markRoll(
  ctx: Ctx,
  input: MarkRollInput,
): Promise<
  Result<{ marked: number }, RollRefusal | 'one_sitting' | 'by_class_staff' | 'own_case'>
> {
  return transaction(ctx, async (tx) => {
    const door = await findCheckInPoint(tx, input.sessionId);
    const own = await ownBookingsIn(tx, door.id);
    if (input.bookingId && own.has(input.bookingId)) return refuse('own_case');
    if (!isCourse(timedOf(door))) return refuse('one_sitting');
    if (isLeftToClassStaff(door, input.on, todayOn(tx.now))) return refuse('by_class_staff');
    const stop = refuseRoll(door, meetingOnDay(timedOf(door), input.on), tx.now);
    if (stop) return refuse(stop);
    const marked = await record(tx, door, input, own);
    if (marked === 'missing') throw new NotFound('booking');
    await recordAudit(tx, {
      action: 'mark_attendance',
      entityType: input.bookingId ? 'booking' : 'offering_session',
      entityId: input.bookingId ?? input.sessionId,
      organisationId: door.organiserId,
      after: {
        to: input.to,
        cause: input.cause ?? null,
        on: input.on,
        marked,
        session: input.sessionId,
      },
    });
    return ok({ marked });
  });
}
