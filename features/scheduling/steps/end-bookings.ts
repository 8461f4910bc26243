import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { lockBookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { openBookingStatuses } from '@/features/bookings/rules/booking';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { releasePlace } from '@/features/places/rules/availability';
import { lockAvailability, storeAvailability } from '@/features/places/steps/lock-places';
import { tellReserved } from '@/features/places/steps/tell-reserved';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import type { OutboxNotice } from '@/lib/messaging/outbox';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { pausePoint } from '@/lib/pause-point';
import { within } from '@/lib/transaction';
import { organiserCancelledNotice } from '../messages';

/**
 * Takes a session off: under its capacity lock it is marked, every holder and waiter is cancelled with
 * the reason and told once, and so is for whom a place is reserved. Whoever books at the same instant waits for the lock and then finds the
 * session cancelled, so no booking is left behind (C14). Runs inside an officer's command. Throws NotFound
 * for a session that there is not.
 * @returns how many bookings ended
 */
export async function endSession(
  tx: Ctx,
  sessionId: string,
  { by, reason }: { by: string; reason: string },
): Promise<number> {
  let stock = await lockAvailability(tx, sessionId);
  if (!stock) throw new NotFound('session');
  await pausePoint('cancel-session:locked');
  await tx.db
    .update(offeringSessions)
    .set({ cancelledAt: tx.now, cancelledReason: reason })
    .where(eq(offeringSessions.id, sessionId));
  const active = await tx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.status, openBookingStatuses)))
    .orderBy(asc(bookings.id));
  const notices: OutboxNotice[] = [];
  for (const { id } of active) {
    const booking = await lockBookingRow(tx, id);
    if (!booking) continue;
    const move = { to: 'cancelled', type: 'organiser_cancelled', by, note: reason } as const;
    const version = await moveBooking(tx, booking, move, { reason, cancelledAt: tx.now });
    stock = releasePlace(stock, booking);
    const notice = organiserCancelledNotice(noticeFacts(booking, version), reason, tx.now);
    notices.push({ accountId: booking.accountId, ...notice });
  }
  // Told in a few statements, however many they are: the session's lock is held meanwhile.
  await notifyMany(tx, notices);
  await within(tx, asSystem(tx), (systemTx) => tellReserved(systemTx, sessionId, reason));
  await storeAvailability(tx, sessionId, stock);
  return active.length;
}
