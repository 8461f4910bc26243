import 'server-only';
import { ownBookingsIn } from '@/features/bookings/queries/own-in-session';
import { meetingOnDay, timedOf } from '@/features/offerings/rules/meetings';
import { sheetParts } from '@/features/rolls/rules/sheet-days';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { attendanceStatusOf } from '../rules/attendance-status';
import { groupBy } from '../rules/group-by';
import { isLeftToClassStaff, refuseRoll } from '../rules/mark';
import { findCheckInPoint } from './check-in-point';
import { entriesOfSession } from './entries';
import { holdersOf } from './holders';

/**
 * The roll of a course as a grid: everyone on it in the order of booking, and ten of its meetings (the
 * `part`, counted from 1; those with the next meeting when none is asked for), each cell with where the
 * person stands. `open` says whether the officer may mark that day now. Throws NotFound for a session whose
 * roll the officer does not keep.
 */
export async function getCourseGrid(ctx: Ctx, sessionId: string, asked: number | undefined) {
  return read(ctx, async (tx) => {
    const door = await findCheckInPoint(tx, sessionId);
    const own = await ownBookingsIn(tx, sessionId);
    const [holders, entries] = await Promise.all([
      holdersOf(tx, sessionId),
      entriesOfSession(tx, sessionId),
    ]);
    const { parts, next } = sheetParts(timedOf(door), tx.now);
    const part = parts.find(({ no }) => no === (asked ?? next)) ?? parts[0];
    const today = todayOn(tx.now);
    const days = (part?.days ?? []).map((on) => ({
      on,
      open:
        !isLeftToClassStaff(door, on, today) &&
        refuseRoll(door, meetingOnDay(timedOf(door), on), tx.now) === null,
    }));
    const byCell = groupBy(entries, (e) => `${e.bookingId}|${e.meetingOn}`);
    const lines = holders.map(({ bookingId, name, tail }) => ({
      bookingId,
      name,
      tail,
      own: own.has(bookingId),
      states: days.map(({ on }) => {
        const { state, cause } = attendanceStatusOf(byCell.get(`${bookingId}|${on}`) ?? []);
        return { state, cause: cause ?? null };
      }),
    }));
    return {
      sessionId: door.id,
      parts: parts.map(({ no, days: of }) => ({ no, first: of[0] ?? '', last: of.at(-1) ?? '' })),
      part: part?.no,
      days,
      lines,
      today,
    };
  });
}

export type CourseGrid = Awaited<ReturnType<typeof getCourseGrid>>;
