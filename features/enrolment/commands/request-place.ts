import 'server-only';
import { isSoldOut } from '@/features/places/queries/sold-out';
import type { Ctx } from '@/lib/ctx';
import { limitBurst } from '@/lib/limits/burst-limit';
import type { Limit } from '@/lib/limits/rate-limit';
import { type Result, refuse } from '@/lib/result';
import type { BookPlaceInput } from '../schema/booking';
import { type BookingReceipt, type BookRefusal, bookPlace } from './book-place';

// A person books a handful of times in ten seconds at most; a factory's one address holds hundreds (B02).
const perAccount: Limit = { scope: 'book_account', most: 12, seconds: 10 };
const perAddress: Limit = { scope: 'book_address', most: 1_200, seconds: 10 };

function secondsToWait(ctx: Ctx): Promise<number> | number {
  const { actor, client } = ctx;
  const counted = [
    ...(actor.kind === 'account' ? [{ limit: perAccount, subject: actor.accountId }] : []),
    ...(client?.address ? [{ limit: perAddress, subject: client.address }] : []),
  ];
  return counted.length > 0 ? limitBurst(ctx, counted) : 0;
}

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
  const seconds = await secondsToWait(ctx);
  if (seconds > 0) return refuse('too_fast', { detail: { seconds } });
  if (await isSoldOut(ctx, input.sessionId)) return refuse('full');
  return bookPlace(ctx, input);
}
