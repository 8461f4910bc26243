import 'server-only';
import { canDecideBookings } from '@/features/bookings/policy';
import { authorize } from '@/lib/access';
import { phoneTicket } from '@/lib/auth/phone-ticket';
import { sendCode } from '@/lib/auth/sms-code';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { read } from '@/lib/transaction';
import { getBookableOffering } from '../queries/bookable-offering';
import type { FindForBookingInput } from '../schema/book-for';

/**
 * 代办, first step: whose phone it is for, and a code to it where they are to read it out. Whoever may not
 * book for others cannot make the system text a stranger. Throws NotFound for an offering that is not the
 * officer's.
 * Refuses with those of `sendCode`.
 * @returns the phone, sealed for the next page of this browser
 */
export async function findForBooking(
  ctx: Ctx,
  { offeringId, phone, proof }: FindForBookingInput,
): Promise<Result<{ offeringId: string; to: string; proof: 'code' | 'reason' }>> {
  const { offering, path } = await read(ctx, (tx) => getBookableOffering(tx, offeringId));
  authorize(canDecideBookings[offering.kind](ctx.actor, path));
  const next = { offeringId, to: phoneTicket(ctx, phone), proof };
  if (proof === 'reason') return ok(next);
  const sent = await sendCode(ctx, { phone, purpose: 'booking' });
  return sent.ok ? ok(next) : sent;
}
