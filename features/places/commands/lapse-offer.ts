import 'server-only';
import { and, eq, lte } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { changeBooking, moveBooking } from '@/features/bookings/steps/move-booking';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { recordAudit } from '@/lib/audit';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { asSystem, type Ctx } from '@/lib/ctx';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { read, transaction } from '@/lib/transaction';
import { extendedNotice, lapsedNotice } from '../messages';
import { readDelivery } from '../queries/offer-delivery';
import { readOfferHours } from '../queries/waitlist-context';
import { extendedDeadline } from '../rules/deadline';
import { hasLapsed, reachedNobody } from '../rules/offers';
import { freePlace } from '../steps/free-place';
import { lockBooking } from '../steps/lock-booking';
import { watchOffer } from '../steps/make-offer';

/** The later deadline of an offer that reached nobody, once; null when its time is really over. */
async function laterDeadline(tx: Ctx, booking: BookingRow): Promise<Date | null> {
  if (!booking.offeredAt) return null;
  const delivery = await readDelivery(tx, { id: booking.id, offeredAt: booking.offeredAt });
  if (delivery.extended || !reachedNobody(delivery)) return null;
  const { waitlist } = allocationTerms.parse(booking.allocationTerms);
  const [hours, calendar] = await Promise.all([readOfferHours(tx, waitlist), readWorkCalendar(tx)]);
  return extendedDeadline({ now: tx.now, startsAt: booking.startsAt, hours, calendar });
}

async function extend(tx: Ctx, booking: BookingRow, until: Date): Promise<void> {
  const said = { type: 'offer_extended', by: '系统' };
  const version = await changeBooking(tx, booking, said, { offerExpiresAt: until });
  await watchOffer(tx, booking.id, until);
  const notice = extendedNotice(noticeFacts(booking, version), until, tx.now);
  await notify(tx, { accountId: booking.accountId, ...notice });
}

/**
 * Ends an offer whose time is over and asks the next in the same transaction; or holds it once more
 * when no channel brought it to its person. What was answered meanwhile is left alone, so it may run
 * late, early or twice.
 * @open run by the clock, as the system
 */
export async function lapseOffer(
  ctx: Ctx,
  { bookingId }: { bookingId: string },
): Promise<'lapsed' | 'extended' | 'left'> {
  return transaction(asSystem(ctx), async (tx) => {
    const { booking, stock } = await lockBooking(tx, bookingId);
    await pausePoint('lapse:locked');
    if (!hasLapsed(booking, tx.now)) return 'left';
    const later = await laterDeadline(tx, booking);
    if (later) await extend(tx, booking, later);
    else {
      const version = await moveBooking(tx, booking, { to: 'lapsed', type: 'lapsed', by: '系统' });
      await freePlace(tx, booking, booking.status, stock);
      const notice = lapsedNotice(noticeFacts(booking, version));
      await notify(tx, { accountId: booking.accountId, ...notice });
    }
    await recordAudit(tx, {
      action: later ? 'extend_offer' : 'lapse_offer',
      entityType: 'booking',
      entityId: booking.id,
      organisationId: booking.organiserId,
      before: { status: 'offered', until: booking.offerExpiresAt },
      after: later ? { until: later } : { status: 'lapsed' },
    });
    return later ? 'extended' : 'lapsed';
  });
}

/**
 * The net under the exact jobs: every offer whose time is over, whatever became of its own job.
 * @open run by the clock, as the system
 * @unaudited each offer's end is, in `lapseOffer`
 */
export async function lapseOffers(ctx: Ctx): Promise<Swept> {
  const due = await read(asSystem(ctx), (tx) =>
    tx.db
      .select({ id: bookings.id })
      .from(bookings)
      .where(and(eq(bookings.status, 'offered'), lte(bookings.offerExpiresAt, tx.now)))
      .orderBy(bookings.offerExpiresAt),
  );
  return sweep('tend_places', due, ({ id }) => lapseOffer(ctx, { bookingId: id }));
}
