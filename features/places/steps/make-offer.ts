import 'server-only';
import type { OfferSource } from '@/db/schema/enums';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import type { WaitlistTerms } from '@/features/offerings/schema/allocation';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { Conflict } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { notify } from '@/lib/messaging/outbox';
import { offeredNotice } from '../messages';
import { readOfferHours } from '../queries/waitlist-context';
import { offerDeadline } from '../rules/deadline';

interface Offer {
  readonly carveOutId: string | null;
  readonly source: OfferSource;
  readonly waitlist: WaitlistTerms;
  /** Why it is given out of turn; stands in the history. */
  readonly note?: string;
  readonly by?: string;
}

/** Has the queue look at the offer when its time is over; a later time replaces an earlier one. */
export async function watchOffer(tx: Ctx, bookingId: string, until: Date): Promise<void> {
  const payload = { id: bookingId };
  await enqueue(tx, { task: 'lapse_offer', payload, runAt: until, key: `offer:${bookingId}` });
}

/**
 * Turns one who waits into one who is asked: the place is theirs until the deadline of the work
 * calendar, and they are told once. The caller holds the lock and counts the place as taken. Throws
 * Conflict once the session has begun, and when somebody else moved the booking first.
 * @returns until when the place is held
 */
export async function makeOffer(tx: Ctx, booking: BookingRow, offer: Offer): Promise<Date> {
  const [hours, calendar] = await Promise.all([
    readOfferHours(tx, offer.waitlist),
    readWorkCalendar(tx),
  ]);
  const until = offerDeadline({ now: tx.now, startsAt: booking.startsAt, hours, calendar });
  if (!until) throw new Conflict('the session has begun');
  const { carveOutId, source, note, by = '系统' } = offer;
  const version = await moveBooking(
    tx,
    booking,
    { to: 'offered', type: 'offered', by, ...(note && { note }) },
    { offeredAt: tx.now, offerExpiresAt: until, offerSource: source, carveOutId },
  );
  await watchOffer(tx, booking.id, until);
  const notice = offeredNotice(noticeFacts(booking, version), until, tx.now);
  await notify(tx, { accountId: booking.accountId, ...notice });
  return until;
}
