import 'server-only';
import type { z } from 'zod';
import { actsFor } from '@/features/bookings/queries/acts-for';
import { noticeFacts } from '@/features/bookings/queries/booking-row';
import { type CancelRefusal, refuseCancel } from '@/features/bookings/rules/booking';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { freePlace } from '@/features/places/steps/free-place';
import { lockBooking } from '@/features/places/steps/lock-booking';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { cancelledNotice } from '../messages';
import type { cancelBookingInput } from '../schema/booking';

/**
 * Cancels a booking of one's own or of one's child, until the deadline. The place goes to the next
 * eligible in the queue in the same transaction; cancelling twice gives one place back (C06, C07).
 */
export async function cancelBooking(
  ctx: Ctx,
  input: z.output<typeof cancelBookingInput>,
): Promise<Result<{ bookingId: string }, CancelRefusal>> {
  return transaction(ctx, async (tx) => {
    const { booking, stock } = await lockBooking(tx, input.bookingId);
    await pausePoint('cancel:locked');
    authorize(await actsFor(tx, booking));
    const refused = refuseCancel(booking, tx.now);
    if (refused) return refuse(refused);
    const move = { to: 'cancelled', type: 'cancelled', by: '本人' } as const;
    const version = await moveBooking(tx, booking, move, { cancelledAt: tx.now });
    await freePlace(tx, booking, booking.status, stock);
    await recordAudit(tx, {
      action: 'cancel_booking',
      entityType: 'booking',
      entityId: booking.id,
      organisationId: booking.organiserId,
      before: { status: booking.status },
      after: { status: 'cancelled' },
    });
    const notice = cancelledNotice(noticeFacts(booking, version));
    await notify(tx, { accountId: booking.accountId, ...notice });
    return ok({ bookingId: booking.id });
  });
}
