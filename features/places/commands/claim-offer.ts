import 'server-only';
import { actsFor } from '@/features/bookings/queries/acts-for';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { findIneligibility } from '@/features/eligibility/steps/find-ineligibility';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { claimedNotice, skippedNotice } from '../messages';
import { type OfferRefusal, refuseClaim } from '../rules/offers';
import type { AnswerOfferInput } from '../schema/offers';
import { freePlace } from '../steps/free-place';
import { lockBooking } from '../steps/lock-booking';
import type { LockedAvailability } from '../steps/lock-places';

export type Answered = { bookingId: string; status: BookingRow['status'] };

async function claim(tx: Ctx, booking: BookingRow): Promise<Answered> {
  const to = booking.needsApproval ? 'pending' : 'booked';
  const version = await moveBooking(tx, booking, { to, type: 'claimed', by: '本人' });
  const notice = claimedNotice(noticeFacts(booking, version), tx.now, to === 'pending');
  await notify(tx, { accountId: booking.accountId, ...notice });
  return { bookingId: booking.id, status: to };
}

/** What has changed since the offer bars it: the place goes on to the next. */
async function giveUp(
  tx: Ctx,
  booking: BookingRow,
  stock: LockedAvailability,
  words: string,
): Promise<Answered> {
  const move = { to: 'refused', type: 'skipped', by: '系统', note: words } as const;
  const version = await moveBooking(tx, booking, move, { reason: words, decidedAt: tx.now });
  await freePlace(tx, booking, booking.status, stock);
  const notice = skippedNotice(noticeFacts(booking, version), words);
  await notify(tx, { accountId: booking.accountId, ...notice });
  return { bookingId: booking.id, status: 'refused' };
}

/**
 * The person says yes to the place that is held for them, before the deadline. The conditions are
 * looked at once more, on facts under the lock. A second yes finds the first and changes nothing.
 * @returns the status it came to; `offer_over` after the deadline, `offer_gone` when there is none
 */
export async function claimOffer(
  ctx: Ctx,
  input: AnswerOfferInput,
): Promise<Result<Answered, OfferRefusal>> {
  return transaction(ctx, async (tx): Promise<Result<Answered, OfferRefusal>> => {
    const { booking, stock } = await lockBooking(tx, input.bookingId);
    await pausePoint('claim:locked');
    authorize(await actsFor(tx, booking));
    const { status } = booking;
    const saidYes = booking.offeredAt !== null && (status === 'booked' || status === 'pending');
    if (saidYes) return ok({ bookingId: booking.id, status });
    const refused = refuseClaim(booking, tx.now);
    if (refused) return refuse(refused);
    const ineligible = await within(tx, asSystem(tx), (systemTx) =>
      findIneligibility(systemTx, booking),
    );
    const answered = ineligible
      ? await giveUp(tx, booking, stock, ineligible.words)
      : await claim(tx, booking);
    await recordAudit(tx, {
      action: ineligible ? 'skip_booking' : 'claim_offer',
      entityType: 'booking',
      entityId: booking.id,
      organisationId: booking.organiserId,
      before: { status },
      after: { status: answered.status },
      reason: ineligible?.rule,
    });
    return ok(answered);
  });
}
