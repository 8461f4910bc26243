import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { log } from '@/lib/log';
import { countAttempt, forgiveAttempts, type Limit, secondsLocked } from '@/lib/rate-limit';

/** Six wrong in ten minutes lock until those ten minutes are over, also for the right one (A01). */
const perAccount: Limit = { scope: 'guess_account', most: 6, seconds: 600 };
/** One password tried on many accounts from one place stops there; no victim is locked (A02). */
const perAddress: Limit = { scope: 'guess_address', most: 30, seconds: 600 };
/** Stuffing from many places at once: nobody is stopped, somebody is told (A03). */
const everywhere: Limit = { scope: 'guess_all', most: 300, seconds: 600 };

/**
 * Counts a guess before it is judged, so that fifty at once are not judged more than six times.
 * @param subject what is guessed at: a phone's index, an account's second factor
 * @returns seconds to wait; 0 lets the guess be judged
 */
export async function countGuess(ctx: Ctx, subject: string): Promise<number> {
  const address = ctx.client?.address;
  const here = address ? await secondsLocked(ctx, perAddress, address) : 0;
  return here > 0 ? here : countAttempt(ctx, perAccount, subject);
}

/** Notes that the guess was wrong. */
export async function noteWrongGuess(ctx: Ctx): Promise<void> {
  const address = ctx.client?.address;
  if (address) await countAttempt(ctx, perAddress, address);
  const alarm = (await countAttempt(ctx, everywhere, 'all')) > 0;
  if (alarm) log().warn('many failed sign-ins', { requestId: ctx.requestId, event: 'stuffing' });
}

/** Forgets the wrong guesses of somebody who then got it right. */
export const forgiveGuesses = (ctx: Ctx, subject: string): Promise<void> =>
  forgiveAttempts(ctx, perAccount, subject);
