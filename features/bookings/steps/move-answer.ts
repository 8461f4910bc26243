import 'server-only';
import { eq } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import type { ClockHandler, DueClock } from '@/features/clocks/queries/clock-row';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { lockBookingRow } from '../queries/booking-row';
import { recordBookingEvent } from './move-booking';

/** A moved day goes where the desk's list is sorted by it, and into the history; who booked is told. */
async function moved(tx: Ctx, { subjectId, dueOn }: DueClock, was: string) {
  const booking = await lockBookingRow(tx, subjectId);
  if (!booking) return null;
  const { status, accountId, number } = booking;
  await tx.db.update(bookings).set({ dueOn }).where(eq(bookings.id, subjectId));
  const today = todayOn(tx.now);
  const note = `由${formatDay(was, today)}改到${formatDay(dueOn, today)}`;
  const line = { type: 'due_moved', from: status, to: status, by: '系统', note };
  await recordBookingEvent(tx, { bookingId: subjectId, ...line });
  return { accountIds: [accountId], matter: `预约 ${number}`, link: `/me/bookings/${subjectId}` };
}

/** What the organiser's time to answer brings about: late, it shows so in the list, and nothing else happens. */
export const bookingAnswer: ClockHandler = {
  lock: async (tx, id) => (await lockBookingRow(tx, id)) !== null,
  moved,
};
