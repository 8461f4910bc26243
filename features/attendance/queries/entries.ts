import 'server-only';
import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { checkIns } from '@/db/schema/attendance';
import type { Ctx } from '@/lib/ctx';

const columns = {
  id: checkIns.id,
  seq: checkIns.seq,
  bookingId: checkIns.bookingId,
  meetingOn: checkIns.meetingOn,
  kind: checkIns.kind,
  cause: checkIns.cause,
  at: checkIns.at,
  way: checkIns.way,
  deviceId: checkIns.deviceId,
  repeatOf: checkIns.repeatOf,
};

const rows = (tx: Ctx) => tx.db.select(columns).from(checkIns);

export type EntryOfBooking = Awaited<ReturnType<typeof rows>>[number];

/** The ledger of a session, of one meeting when a day is named; in the order of recording. */
export const entriesOfSession = (
  tx: Ctx,
  sessionId: string,
  on?: string,
): Promise<EntryOfBooking[]> =>
  rows(tx)
    .where(
      and(
        eq(checkIns.sessionId, sessionId),
        on === undefined ? undefined : eq(checkIns.meetingOn, on),
      ),
    )
    .orderBy(asc(checkIns.seq));

/**
 * The entries of these bookings, and those with these ids (scans that were sent before), in order
 * of recording.
 */
export const entriesAbout = (
  tx: Ctx,
  bookingIds: readonly string[],
  scanIds: readonly string[],
): Promise<EntryOfBooking[]> =>
  rows(tx)
    .where(or(inArray(checkIns.bookingId, [...bookingIds]), inArray(checkIns.id, [...scanIds])))
    .orderBy(asc(checkIns.seq));
