import 'server-only';
import { and, eq, gt, isNotNull, ne } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { changeBooking } from '@/features/bookings/steps/move-booking';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { recordAudit } from '@/lib/audit';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { asSystem, type Ctx } from '@/lib/ctx';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { notify } from '@/lib/messaging/outbox';
import { read, transaction } from '@/lib/transaction';
import { offerMovedNotice } from '../messages';
import { readDelivery } from '../queries/offer-delivery';
import { readOfferHours } from '../queries/waitlist-context';
import { offerDeadline } from '../rules/deadline';
import { lockBooking } from '../steps/lock-booking';
import { watchOffer } from '../steps/make-offer';

/** Until when the offer runs by the table of holidays as it is now; null where that is no later than was said. */
async function laterBy(tx: Ctx, booking: BookingRow): Promise<Date | null> {
  const { id, offeredAt, offerExpiresAt, status, startsAt } = booking;
  if (status !== 'offered' || !offeredAt || !offerExpiresAt) return null;
  if ((await readDelivery(tx, { id, offeredAt })).extended) return null;
  const { waitlist } = allocationTerms.parse(booking.allocationTerms);
  const [hours, calendar] = await Promise.all([readOfferHours(tx, waitlist), readWorkCalendar(tx)]);
  const until = offerDeadline({ now: offeredAt, startsAt, hours, calendar });
  return until && until > offerExpiresAt ? until : null;
}

async function recount(tx: Ctx, id: string): Promise<void> {
  const { booking } = await lockBooking(tx, id);
  const until = await laterBy(tx, booking);
  if (!until) return;
  const said = { type: 'offer_moved', by: '系统', note: '放假安排变化' };
  const version = await changeBooking(tx, booking, said, { offerExpiresAt: until });
  await watchOffer(tx, id, until);
  const notice = offerMovedNotice(noticeFacts(booking, version), until, tx.now);
  await notify(tx, { accountId: booking.accountId, ...notice });
  await recordAudit(tx, {
    action: 'move_offer',
    entityType: 'booking',
    entityId: id,
    organisationId: booking.organiserId,
    before: { until: booking.offerExpiresAt },
    after: { until },
  });
}

/**
 * Counts the working hours of every running offer again after the table of holidays changed: a day off more holds
 * the place longer, and its person is told once; what was said is never cut short. Offers of a list run by the
 * list's own time, those held once more by that (domain.md §3.5, ADR 0039).
 * @open run by the clock, as the system
 */
export async function recountOffers(ctx: Ctx): Promise<Swept> {
  const running = await read(asSystem(ctx), (tx) =>
    tx.db
      .select({ id: bookings.id })
      .from(bookings)
      .where(
        and(
          ...[eq(bookings.status, 'offered'), isNotNull(bookings.offeredAt)],
          ...[gt(bookings.offerExpiresAt, tx.now), ne(bookings.offerSource, 'unit')],
        ),
      )
      .orderBy(bookings.id),
  );
  return sweep('recount_offers', running, ({ id }) =>
    transaction(asSystem(ctx), (tx) => recount(tx, id)),
  );
}
