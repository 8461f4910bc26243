import 'server-only';
import { bookings } from '@/db/schema/bookings';
import { type PlannedClock, startClocks } from '@/features/clocks/steps/start-clock';
import type { Ctx } from '@/lib/ctx';
import { pipeline } from '@/lib/pipeline';
import { answerOfBookings } from '../rules/answer';
import { recordBookingEvents } from './move-booking';

export type NewBooking = typeof bookings.$inferInsert;

// PostgreSQL takes 65,535 parameters a statement; a booking has some forty.
const AT_ONCE = 1_000;

const pending = (rows: readonly NewBooking[]): string[] =>
  rows.filter(({ status }) => status === 'pending').map(({ id }) => id);

async function insertRows(tx: Ctx, rows: readonly NewBooking[]): Promise<void> {
  await tx.db.insert(bookings).values([...rows]);
}

/**
 * Writes new bookings with the first line of their history, a thousand at a time. Called under the
 * capacity lock by whoever has counted their places.
 * @param made how they came about, and by whom, as the member reads it
 * @param answer until when those that wait for approval should be answered
 */
export async function insertBookings(
  tx: Ctx,
  rows: readonly NewBooking[],
  made: { type: 'made' | 'made_for' | 'named'; by: string; note?: string },
  answer: PlannedClock | null = null,
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    await pipeline([
      insertRows(tx, some),
      recordBookingEvents(
        tx,
        some.map(({ id, status }) => ({ bookingId: id, from: null, to: status, ...made })),
      ),
      answer && startClocks(tx, answer, answerOfBookings(pending(some))),
    ]);
  }
}
