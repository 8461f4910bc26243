import 'server-only';
import { ownBookingsIn } from '@/features/bookings/queries/own-in-session';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { attendanceStatusOf } from '../rules/attendance-status';
import { groupBy } from '../rules/group-by';
import { nearestMeeting } from '../rules/meeting-days';
import { type DayStates, isExcusedThroughout, type Rate, rateOf } from '../rules/rate';
import { findCheckInPoint } from './check-in-point';
import { type EntryOfBooking, entriesOfSession } from './entries';
import { type Holder, holdersOf } from './holders';

/** Every person's standing on every day, and the days on which a roll was kept. */
export function statesOf(entries: readonly EntryOfBooking[]): {
  held: ReadonlySet<string>;
  byBooking: ReadonlyMap<string, DayStates>;
} {
  const held = new Set<string>();
  const byBooking = new Map<string, DayStates>();
  for (const [bookingId, mine] of groupBy(entries, (e) => e.bookingId)) {
    const days = new Map(
      [...groupBy(mine, (e) => e.meetingOn)].map(([on, ofDay]) => [
        on,
        attendanceStatusOf(ofDay).state,
      ]),
    );
    byBooking.set(bookingId, days);
    for (const [on, state] of days) if (state !== 'none') held.add(on);
  }
  return { held, byBooking };
}

export interface CourseLine {
  readonly holder: Holder;
  readonly rate: Rate;
  /** Excused from every meeting that was held. */
  readonly excused: boolean;
}

/** 出勤 of everyone on the roll of a session. As the system: the caller has checked the right to it. */
export async function ratesOf(systemTx: Ctx, sessionId: string): Promise<CourseLine[]> {
  const [holders, entries] = await Promise.all([
    holdersOf(systemTx, sessionId),
    entriesOfSession(systemTx, sessionId),
  ]);
  const { held, byBooking } = statesOf(entries);
  return holders.map((holder) => {
    const mine: DayStates = byBooking.get(holder.bookingId) ?? new Map();
    return { holder, rate: rateOf(mine, held), excused: isExcusedThroughout(mine, held) };
  });
}

/**
 * The roll of one meeting of a course: the one of the day `on` (`YYYY-MM-DD`), else the nearest.
 * Each line has the person's attendance at it and their rate so far; `days` are all meetings,
 * `held` those of which a roll was kept.
 */
export async function getCourseRoll(ctx: Ctx, sessionId: string, on: string | undefined) {
  return read(ctx, async (tx) => {
    const door = await findCheckInPoint(tx, sessionId);
    const days = meetingsOf(timedOf(door));
    const own = await ownBookingsIn(tx, sessionId);
    const [holders, entries] = await Promise.all([
      holdersOf(tx, sessionId),
      entriesOfSession(tx, sessionId),
    ]);
    const meeting = days.find((m) => m.on === on) ?? nearestMeeting(days, tx.now);
    const { held, byBooking } = statesOf(entries);
    const ofDay = groupBy(
      entries.filter((e) => e.meetingOn === meeting?.on),
      (e) => e.bookingId,
    );
    const lines = holders.map((holder) => ({
      holder,
      own: own.has(holder.bookingId),
      attendance: attendanceStatusOf(ofDay.get(holder.bookingId) ?? []),
      rate: rateOf(byBooking.get(holder.bookingId) ?? new Map(), held),
    }));
    return { door, days, meeting, held, lines, now: tx.now };
  });
}

export type CourseRollFacts = Awaited<ReturnType<typeof getCourseRoll>>;
