import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
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
import { entriesAbout } from '../queries/entries';
import { holdersOf } from '../queries/holders';
import { type AttendanceStatus, attendanceStatusOf } from '../rules/attendance-status';
import { groupBy } from '../rules/group-by';
import { isLeftToClassStaff, kindOfMark, type RollRefusal, refuseRoll } from '../rules/mark';
import type { GridMark, MarkGridInput } from '../schema/grid';

export interface GridMarked {
  /** Cells that changed. */
  readonly marked: number;
  /** `booking|day` of cells that a colleague or the door has changed meanwhile: they stay as they are. */
  readonly changedMeanwhile: readonly string[];
}

type Refused = RollRefusal | 'one_sitting' | 'by_class_staff' | 'own_case' | 'nothing_marked';

const keyOf = ({ bookingId, on }: { bookingId: string; on: string }) => `${bookingId}|${on}`;

function refuseDays(door: OpenCheckInPoint, marks: readonly GridMark[], now: Date): Refused | null {
  for (const on of new Set(marks.map((mark) => mark.on))) {
    if (isLeftToClassStaff(door, on, todayOn(now))) return 'by_class_staff';
    const stop = refuseRoll(door, meetingOnDay(timedOf(door), on), now);
    if (stop) return stop;
  }
  return null;
}

/** Where each tapped cell stands now, its booking locked: the same sheet sent twice waits for itself. */
async function statesNow(
  systemTx: Ctx,
  marks: readonly GridMark[],
): Promise<Map<string, AttendanceStatus>> {
  const ids = [...new Set(marks.map((mark) => mark.bookingId))];
  await systemTx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(inArray(bookings.id, ids))
    .orderBy(asc(bookings.id))
    .for('update');
  const entries = await entriesAbout(systemTx, ids, []);
  const byCell = groupBy(entries, (e) => keyOf({ bookingId: e.bookingId, on: e.meetingOn }));
  return new Map(
    marks.map((mark) => [keyOf(mark), attendanceStatusOf(byCell.get(keyOf(mark)) ?? [])]),
  );
}

function entryOf(
  tx: Ctx,
  sessionId: string,
  { bookingId, on, to, cause }: GridMark,
  round: number,
): NewEntry {
  return {
    id: newId(),
    bookingId,
    sessionId,
    meetingOn: on,
    kind: kindOfMark[to],
    cause: to === 'excused' ? cause : null,
    at: tx.now,
    way: 'roll',
    byAccount: accountOf(tx.actor),
    round,
  };
}

async function record(
  tx: Ctx,
  sessionId: string,
  marks: readonly GridMark[],
): Promise<GridMarked | 'missing'> {
  return within(tx, asSystem(tx), async (systemTx) => {
    const known = new Set((await holdersOf(systemTx, sessionId)).map((h) => h.bookingId));
    if (marks.some((mark) => !known.has(mark.bookingId))) return 'missing';
    const states = await statesNow(systemTx, marks);
    const stateOf = (mark: GridMark) => states.get(keyOf(mark));
    // What stands as wanted already was sent before, or seen by a colleague in the same way.
    const open = marks.filter((mark) => stateOf(mark)?.state !== mark.to);
    const moved = open.filter((mark) => stateOf(mark)?.state !== mark.seen);
    const entries = open
      .filter((mark) => !moved.includes(mark))
      .map((mark) => entryOf(tx, sessionId, mark, stateOf(mark)?.round ?? 0));
    await recordEntries(systemTx, entries);
    return { marked: entries.length, changedMeanwhile: moved.map(keyOf) };
  });
}

/**
 * 点名 of a course on its grid: many cells of people and meetings at once, as they were tapped, perhaps hours
 * ago without a network. A cell that stands as wanted is left, so that the same sheet sent twice is harmless;
 * one that somebody else has changed since the page was made is left too and named. Entries go into the
 * ledger that scans go into. Throws NotFound for a session, or a booking, that is not on a roll of the
 * officer's.
 * Refuses `nothing_marked` without a cell; `own_case` with one of one's own or one's family's (回避);
 * `one_sitting` for what is no course; `by_class_staff` with a day of 托管班 that is not past;
 * `session_cancelled`, `no_meeting` and `not_started` as `markRoll` does. Nothing is written then.
 * @authorized-by findCheckInPoint canDecideBookings of the offering's kind
 */
export async function markGrid(
  ctx: Ctx,
  { sessionId, marks: sent }: MarkGridInput,
): Promise<Result<GridMarked, Refused>> {
  // The last tap on a cell is the one that counts.
  const marks = [...new Map(sent.map((mark) => [keyOf(mark), mark])).values()];
  return transaction(ctx, async (tx): Promise<Result<GridMarked, Refused>> => {
    const door = await findCheckInPoint(tx, sessionId);
    if (marks.length === 0) return refuse('nothing_marked');
    const own = await ownBookingsIn(tx, door.id);
    if (marks.some((mark) => own.has(mark.bookingId))) return refuse('own_case');
    if (!isCourse(timedOf(door))) return refuse('one_sitting');
    const stop = refuseDays(door, marks, tx.now);
    if (stop) return refuse(stop);
    const done = await record(tx, door.id, marks);
    if (done === 'missing') throw new NotFound('booking');
    await recordAudit(tx, {
      action: 'mark_attendance',
      entityType: 'offering_session',
      entityId: door.id,
      organisationId: door.organiserId,
      after: {
        marked: done.marked,
        changedMeanwhile: done.changedMeanwhile.length,
        days: [...new Set(marks.map((mark) => mark.on))].sort(),
        session: door.id,
      },
    });
    return ok(done);
  });
}
