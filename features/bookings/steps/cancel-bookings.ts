import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import type { Ctx } from '@/lib/ctx';
import type { BookingRow } from '../queries/booking-row';
import { endAnswers } from './answer-clock';
import { recordBookingEvents } from './move-booking';

/** Lines of the history in one statement; PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 2_000;

/**
 * Cancels open bookings that the caller has locked, all for one reason, by one statement for the rows
 * and one for each portion of their history.
 */
export async function cancelBookings(
  tx: Ctx,
  open: readonly Pick<BookingRow, 'id' | 'status'>[],
  { type, by, reason }: { type: 'list_undone'; by: string; reason: string },
): Promise<void> {
  if (open.length === 0) return;
  const ids = open.map((row) => row.id);
  await tx.db
    .update(bookings)
    .set({
      ...{ status: 'cancelled', reason, queueNo: null, offerExpiresAt: null },
      ...{ cancelledAt: tx.now, updatedAt: tx.now },
      version: sql`${bookings.version} + 1`,
      calendarSequence: sql`${bookings.calendarSequence} + 1`,
    })
    .where(inArray(bookings.id, ids));
  await endAnswers(tx, open, 'cancelled');
  const ended = { type, to: 'cancelled', by, note: reason } as const;
  const events = open.map(({ id, status }) => ({ bookingId: id, from: status, ...ended }));
  for (let at = 0; at < events.length; at += AT_ONCE) {
    await recordBookingEvents(tx, events.slice(at, at + AT_ONCE));
  }
}
