import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/programmes';
import { asSystem, type Ctx } from '@/lib/ctx';
import { notify } from '@/lib/outbox';
import { readSettings } from '@/lib/settings';
import { within } from '@/lib/transaction';
import { sessionChangedNotice } from '../messages';
import { type BookingRow, findBookingRow, noticeFacts } from '../queries/booking-row';
import { openStatuses } from '../rules/booking';
import { periodLiteral, timedOf } from '../rules/meetings';
import { answerDeadline, askedWhenMoved } from '../rules/moved';
import { movedUnderNotice } from '../rules/moved-notice';
import type { SessionContent } from '../schema/manage-session';
import { silenceOf } from '../schema/offering';
import { moveAnswerHours } from '../settings';
import { recordBookingEvent } from './move-booking';
import { whyBarred } from './why-barred';

const isAsked = (b: BookingRow) => askedWhenMoved.some((status) => status === b.status);

/** Tells one of them what is new, with what still bars them on the new day and until when to answer. */
async function tell(tx: Ctx, booking: BookingRow, answerBy: Date | null): Promise<void> {
  const facts = noticeFacts(booking, booking.version);
  if (!answerBy || !isAsked(booking)) {
    const notice = sessionChangedNotice(facts, tx.now);
    await notify(tx, { accountId: booking.accountId, ...notice });
    return;
  }
  const barred = await within(tx, asSystem(tx), (house) => whyBarred(house, booking));
  const asked = {
    until: answerBy,
    silence: silenceOf(booking.offeringDetails),
    barred: barred?.words ?? null,
  };
  const notice = movedUnderNotice(facts, asked, tx.now);
  await notify(tx, { accountId: booking.accountId, ...notice });
}

/**
 * Carries a session's new times and place into its bookings, where overlap is judged. Whoever holds a
 * place at other hours than they booked is asked again and free to leave; everyone is told once.
 * @param retimed whether the hours are other ones, or only the place
 */
export async function moveHolders(
  tx: Ctx,
  sessionId: string,
  content: SessionContent,
  { retimed, by }: { retimed: boolean; by: string },
): Promise<void> {
  const { hours } = await readSettings(tx, { hours: moveAnswerHours });
  const answerBy = retimed ? answerDeadline(content.startsAt, hours, tx.now) : null;
  const asked = sql`${bookings.status} in ('pending', 'sent_back', 'booked')`;
  const moved = await tx.db
    .update(bookings)
    .set({
      period: periodLiteral(timedOf(content)),
      calendarSequence: sql`${bookings.calendarSequence} + 1`,
      version: sql`${bookings.version} + 1`,
      updatedAt: tx.now,
      ...(answerBy && {
        answerBy: sql`case when ${asked} then ${answerBy.toISOString()}::timestamptz end`,
        mayLeave: asked,
        // A place on offer is asked about already, but not beyond the new start.
        offerExpiresAt: sql`case when ${bookings.offerExpiresAt} is not null
          then least(${bookings.offerExpiresAt}, ${content.startsAt.toISOString()}::timestamptz) end`,
      }),
    })
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.status, openStatuses)))
    .returning({ id: bookings.id });
  for (const { id } of moved) {
    const booking = await findBookingRow(tx, id);
    if (!booking) continue;
    const { status } = booking;
    const event = { bookingId: id, type: 'rescheduled', from: status, to: status, by };
    await recordBookingEvent(tx, event);
    await tell(tx, booking, answerBy);
  }
}
