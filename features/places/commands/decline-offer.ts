import 'server-only';
import { actsFor } from '@/features/bookings/queries/acts-for';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { OfferRefusal } from '../rules/offers';
import type { AnswerOfferInput } from '../schema/offers';
import { freePlace } from '../steps/free-place';
import { lockBooking } from '../steps/lock-booking';
import type { Answered } from './claim-offer';

/**
 * The person says no: the place goes to whose turn it is now, in the same transaction. A second no
 * gives nothing back twice. No deadline: who is late to say no still helps the next.
 * Refuses `offer_over` when it has lapsed; `offer_gone` when it is none any more.
 */
export async function declineOffer(
  ctx: Ctx,
  input: AnswerOfferInput,
): Promise<Result<Answered, OfferRefusal>> {
  return transaction(ctx, async (tx): Promise<Result<Answered, OfferRefusal>> => {
    const { booking, stock } = await lockBooking(tx, input.bookingId);
    await pausePoint('decline:locked');
    authorize(await actsFor(tx, booking));
    if (booking.status === 'cancelled' && booking.offeredAt) {
      return ok({ bookingId: booking.id, status: 'cancelled' });
    }
    if (booking.status === 'lapsed') return refuse('offer_over');
    if (booking.status !== 'offered') return refuse('offer_gone');
    const move = { to: 'cancelled', type: 'declined', by: '本人' } as const;
    await moveBooking(tx, booking, move, { cancelledAt: tx.now });
    await freePlace(tx, booking, booking.status, stock);
    await recordAudit(tx, {
      action: 'decline_offer',
      entityType: 'booking',
      entityId: booking.id,
      organisationId: booking.organiserId,
      before: { status: 'offered' },
      after: { status: 'cancelled' },
    });
    return ok({ bookingId: booking.id, status: 'cancelled' });
  });
}
