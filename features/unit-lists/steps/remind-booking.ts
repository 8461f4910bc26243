import 'server-only';
import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { bookingEvents } from '@/db/schema/bookings';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { recordBookingEvent } from '@/features/bookings/steps/move-booking';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { askAgainNotice } from '../messages';

const asked: SQL = eq(bookingEvents.type, 'asked_again');

/** When each of these bookings was asked again, by booking, in order of time, the last one first; absent for one never asked. */
export async function listReminders(
  systemTx: Ctx,
  bookingIds: readonly string[],
): Promise<Map<string, Date[]>> {
  const rows = await systemTx.db
    .select({ bookingId: bookingEvents.bookingId, at: bookingEvents.at })
    .from(bookingEvents)
    .where(and(inArray(bookingEvents.bookingId, [...bookingIds]), asked))
    .orderBy(desc(bookingEvents.at));
  const found = new Map<string, Date[]>();
  for (const { bookingId, at } of rows) found.set(bookingId, [...(found.get(bookingId) ?? []), at]);
  return found;
}

interface Again {
  readonly by: string;
  readonly until: Date;
  readonly now: Date;
  /** How often it was asked again before. */
  readonly before: number;
}

/** Asks for the answer once more, on record in the history of the booking. Run it as the system. */
export async function remindBooking(
  systemTx: Ctx,
  booking: BookingRow,
  again: Again,
): Promise<void> {
  const { id: bookingId, status, accountId } = booking;
  const move = { from: status, to: status, by: again.by };
  await recordBookingEvent(systemTx, { bookingId, type: 'asked_again', ...move });
  const notice = askAgainNotice(noticeFacts(booking, booking.version), again);
  await notify(systemTx, { accountId, ...notice });
}
