import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { type Result, refuse } from '@/lib/result';
import { lookBeforeBooking } from '../queries/before-booking';
import type { BookPlaceInput } from '../schema/booking';
import type { BookingReceipt, BookRefusal } from '../steps/take-place-for';
import { bookPlace } from './book-place';

/**
 * The door to booking, for the form and for the opening minute: who floods it is told to wait (B01), first by account, then by address and far wider (B02). Counted before any lock.
 * Refuses `full` without asking the capacity row, for a session known as sold out.
 * @open any signed-in member; `bookPlace` authorises
 * @returns the receipt, why not, or `too_fast` with the seconds to wait
 */
export async function requestPlace(
  ctx: Ctx,
  input: BookPlaceInput,
): Promise<Result<BookingReceipt, BookRefusal | 'too_fast'>> {
  const { seconds, isSoldOut } = await lookBeforeBooking(ctx, input.sessionId);
  if (seconds > 0) return refuse('too_fast', { detail: { seconds } });
  if (isSoldOut) return refuse('full');
  return bookPlace(ctx, input);
}
