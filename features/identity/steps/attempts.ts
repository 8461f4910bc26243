import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { countAttempt, resetAttempts, secondsLocked } from '@/lib/limits/rate-limit';
import { log } from '@/lib/log';
import { guessLimits } from '../settings';

const { here, ownDevice, elsewhere, perAddress, everywhere, perIdentity } = guessLimits;

/** What is guessed at, and whether this browser signed in to it before. */
export interface Guess {
  readonly subject: string;
  readonly known: boolean;
}

const place = (ctx: Ctx, { subject }: Guess) => `${subject} @ ${ctx.client?.address ?? ''}`;
const device = (ctx: Ctx, { subject }: Guess) => `${subject} @ ${ctx.client?.browser}`;

/**
 * Counts a guess before it is judged, so that fifty at once are not judged more than six times.
 * The way round a lock is the texted code: whoever signs in with it has a known browser from then on.
 * @returns seconds to wait; 0 lets the guess be judged
 */
export async function countCredentialAttempt(ctx: Ctx, guess: Guess): Promise<number> {
  if (guess.known) return countAttempt(ctx, ownDevice, device(ctx, guess));
  const address = ctx.client?.address;
  const stopped = address ? await secondsLocked(ctx, perAddress, address) : 0;
  if (stopped > 0) return stopped;
  const wait = await countAttempt(ctx, here, place(ctx, guess));
  return wait > 0 ? wait : countAttempt(ctx, elsewhere, guess.subject);
}

/**
 * Counts a wrong guess against its address and against all places together; beyond the second limit
 * the log warns of stuffing (A02, A03).
 */
export async function recordFailure(ctx: Ctx): Promise<void> {
  const address = ctx.client?.address;
  if (address) await countAttempt(ctx, perAddress, address);
  const alarm = (await countAttempt(ctx, everywhere, 'all')) > 0;
  if (alarm) log().warn('many failed sign-ins', { requestId: ctx.requestId, event: 'stuffing' });
}

/**
 * Forgets the wrong guesses of somebody who then got it right: those of this device, or those of
 * this place and of all others.
 */
export async function resetFailures(ctx: Ctx, guess: Guess): Promise<void> {
  if (guess.known) return resetAttempts(ctx, ownDevice, device(ctx, guess));
  await resetAttempts(ctx, here, place(ctx, guess));
  await resetAttempts(ctx, elsewhere, guess.subject);
}

/** Counts one try at the identity number of a silent account. @returns seconds to wait, 0 when allowed */
export const countIdentityGuess = (ctx: Ctx, accountId: string): Promise<number> =>
  countAttempt(ctx, perIdentity, accountId);
