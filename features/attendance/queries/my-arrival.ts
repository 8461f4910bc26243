import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { ownBookings } from '@/features/bookings/queries/own-bookings';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { type AttendanceStatus, attendanceStatusOf } from '../rules/attendance-status';
import { selfCheckIn } from '../rules/meeting-days';
import { selfCheckInMinutes } from '../settings';
import { findRoomCodePoint, type OpenCheckInPoint } from './check-in-point';
import { entriesAbout } from './entries';

export interface MyPlace {
  readonly bookingId: string;
  readonly name: string;
  readonly attendance: AttendanceStatus;
}

type Window = ReturnType<typeof selfCheckIn>;

export interface MyArrival {
  readonly door: OpenCheckInPoint;
  readonly window: Window;
  readonly places: readonly MyPlace[];
}

/** The signed-in person's own places in a session, inside an open transaction. Null: no such session. */
export async function arrivalOf(tx: Ctx, sessionId: string): Promise<MyArrival | null> {
  const accountId = accountOf(tx.actor);
  const door = await findRoomCodePoint(tx, sessionId);
  if (!door || accountId === null) return null;
  const { minutes } = await readSettings(tx, { minutes: selfCheckInMinutes });
  const mine = await tx.db
    .select({ bookingId: bookings.id, name: bookings.attendeeMasked })
    .from(bookings)
    .where(
      and(eq(bookings.sessionId, sessionId), ownBookings(tx), inArray(bookings.status, onTheRoll)),
    )
    .orderBy(asc(bookings.id));
  const entries = await entriesAbout(
    tx,
    mine.map((m) => m.bookingId),
    [],
  );
  const today = todayOn(tx.now);
  const places = mine.map((place) => ({
    ...place,
    attendance: attendanceStatusOf(
      entries.filter((e) => e.bookingId === place.bookingId && e.meetingOn === today),
    ),
  }));
  return { door, window: selfCheckIn(meetingsOf(timedOf(door)), tx.now, minutes), places };
}

/**
 * The signed-in person's own places in a session, for the page that a scanned room code opens. Null for a
 * session that there is not, and for a stranger.
 */
export const getMyArrival = (ctx: Ctx, sessionId: string): Promise<MyArrival | null> =>
  read(ctx, (tx) => arrivalOf(tx, sessionId));
