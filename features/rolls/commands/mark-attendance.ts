import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { causeLabels } from '@/features/absences/rules';
import { dropExcuses, excuseOnTheSpot } from '@/features/absences/steps/excuse';
import { canDecideBookings } from '@/features/bookings/policy';
import { type BookingRow, lockBookingRow } from '@/features/bookings/queries/booking-row';
import { ownBookingsIn } from '@/features/bookings/queries/own-in-session';
import {
  type ConstraintRefusal,
  mapConstraintErrors,
} from '@/features/bookings/steps/map-constraint-errors';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { lockPlaces } from '@/features/places/steps/lock-places';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type MarkRefusal, markedTogether, refuseMark, statusOfMark } from '../rules/attendance';
import type { AttendanceMark, MarkAttendanceInput } from '../schema/roll';
import { recordMarks } from '../steps/record-marks';
import { unwarnAbsent, warnAbsent } from '../steps/warn-absent';

const eventOf = {
  attended: 'attended',
  absent: 'absent',
  excused: 'absent',
  booked: 'mark_undone',
} as const;

/** The rows to mark, locked: the one named, or all of the session that the mark applies to. */
async function rowsToMark(tx: Ctx, input: MarkAttendanceInput): Promise<BookingRow[]> {
  const { sessionId, bookingId, to } = input;
  const chosen = await tx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      bookingId
        ? and(eq(bookings.id, bookingId), eq(bookings.sessionId, sessionId))
        : and(eq(bookings.sessionId, sessionId), inArray(bookings.status, [...markedTogether(to)])),
    )
    .orderBy(asc(bookings.id));
  const rows = await Promise.all(chosen.map(({ id }) => lockBookingRow(tx, id)));
  return rows.filter((row) => row !== null);
}

/**
 * Moves one booking to its mark, and tells or un-tells the person: an absence that counts is warned of, an
 * excused one is not, and an excuse goes with the absence that it excused.
 * @returns whether anything changed: the same mark a second time changes nothing
 */
async function applyMark(
  tx: Ctx,
  row: BookingRow,
  { to, cause }: MarkAttendanceInput,
  { by, rules }: { by: string; rules: Record<string, unknown> },
): Promise<boolean> {
  const note = to === 'excused' && cause ? `请假：${causeLabels[cause]}` : undefined;
  const status = statusOfMark(to);
  if (row.status !== status) {
    const version = await moveBooking(tx, row, {
      to: status,
      type: eventOf[to],
      by,
      ...(note && { note }),
    });
    if (to === 'absent') await warnAbsent(tx, row, version, rules);
    else if (row.status === 'absent') await dropExcuses(tx, [row.id]);
  }
  const excused = to === 'excused' ? await excuseOnTheSpot(tx, [row], cause ?? null) : [];
  if (to !== 'absent' && row.status === 'absent') await unwarnAbsent(tx, row);
  return row.status !== status || excused.length > 0;
}

/**
 * Marks who came, who did not and who is excused, one by one or all at once, and takes a mark back; from
 * the moment the session starts. A mark changes no place; one's own and one's family's are a colleague's (回避). Each
 * row has its history, each call its audit line. Throws NotFound for a session that there is not, and for a
 * booking that is not on its roll.
 * Refuses `own_case` for one booking of one's own or one's family's.
 */
export async function markAttendance(
  ctx: Ctx,
  input: MarkAttendanceInput,
): Promise<
  Result<{ marked: number; to: AttendanceMark }, MarkRefusal | ConstraintRefusal | 'own_case'>
> {
  const { sessionId, bookingId, to, cause = null } = input;
  return mapConstraintErrors(() =>
    transaction(ctx, async (tx) => {
      const { offering, session, path, organiser: by } = await lockSession(tx, sessionId);
      authorize(canDecideBookings[offering.kind](tx.actor, path));
      const own = await ownBookingsIn(tx, sessionId);
      if (bookingId && own.has(bookingId)) return refuse('own_case');
      const target = { ...session, kind: offering.kind };
      const status = statusOfMark(to);
      const early = refuseMark(target, null, status, tx.now);
      if (early) return refuse(early);
      await lockPlaces(tx, sessionId);
      const rows = (await rowsToMark(tx, input)).filter((row) => !own.has(row.id));
      if (bookingId && rows.length === 0) throw new NotFound('booking');
      const marked: BookingRow[] = [];
      for (const row of rows) {
        const stop = row.status !== status && refuseMark(target, row, status, tx.now);
        if (stop) return refuse(stop);
        const changed = await applyMark(tx, row, input, { by, rules: offering.rules });
        if (changed) marked.push(row);
      }
      await recordMarks(tx, session, marked, to, cause);
      await recordAudit(tx, {
        action: 'mark_attendance',
        entityType: bookingId ? 'booking' : 'offering_session',
        entityId: bookingId ?? sessionId,
        organisationId: offering.organisationId,
        before: bookingId ? { status: rows[0]?.status } : undefined,
        after: { to, cause, marked: rows.length, session: sessionId },
      });
      return ok({ marked: rows.length, to });
    }),
  );
}
