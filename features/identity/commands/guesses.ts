import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { log } from '@/lib/log';
import { countAttempt, declareLimit, forgiveAttempts, secondsLocked } from '@/lib/rate-limit';

const TEN_MINUTES = 600;

/** Six wrong at one place lock that place until ten minutes are over, also for the right one (A01). */
const here = declareLimit({
  ...{ scope: 'guess_here', per: 'account', most: 6, seconds: TEN_MINUTES },
  label: '同一账号在同一网络，10 分钟内最多试几次密码或动态码',
});
/** The same on a browser that signed in before: what strangers try elsewhere never locks it. */
const ownDevice = declareLimit({
  ...{ scope: 'guess_device', per: 'device', most: 6, seconds: TEN_MINUTES },
  label: '同一账号在本人用过的设备，10 分钟内最多试几次密码或动态码',
});
/** Many places at one account: new browsers wait, those of the owner do not. */
const elsewhere = declareLimit({
  ...{ scope: 'guess_account', per: 'account', most: 30, seconds: 3600 },
  label: '同一账号在没用过的设备上，1 小时内合计最多试几次',
});
/** One password tried on many accounts from one place stops there; no victim is locked (A02). */
const perAddress = declareLimit({
  ...{ scope: 'guess_address', per: 'address', most: 100, seconds: TEN_MINUTES },
  label: '同一网络 10 分钟内最多输错几次密码或动态码',
});
/** Stuffing from many places at once: nobody is stopped, somebody is told (A03). */
const everywhere = declareLimit({
  ...{ scope: 'guess_all', per: 'everybody', most: 300, seconds: TEN_MINUTES },
  label: '全站 10 分钟内输错几次后写入告警日志',
});
/** An identity number is guessed by who knows birthday and home: few tries, and then the counter. */
const perIdentity = declareLimit({
  ...{ scope: 'guess_identity', per: 'account', most: 5, seconds: 86_400 },
  label: '很久没登录的号码，一天最多核对几次证件号',
});

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
export async function countGuess(ctx: Ctx, guess: Guess): Promise<number> {
  if (guess.known) return countAttempt(ctx, ownDevice, device(ctx, guess));
  const address = ctx.client?.address;
  const stopped = address ? await secondsLocked(ctx, perAddress, address) : 0;
  if (stopped > 0) return stopped;
  const wait = await countAttempt(ctx, here, place(ctx, guess));
  return wait > 0 ? wait : countAttempt(ctx, elsewhere, guess.subject);
}

/** Notes that the guess was wrong. */
export async function noteWrongGuess(ctx: Ctx): Promise<void> {
  const address = ctx.client?.address;
  if (address) await countAttempt(ctx, perAddress, address);
  const alarm = (await countAttempt(ctx, everywhere, 'all')) > 0;
  if (alarm) log().warn('many failed sign-ins', { requestId: ctx.requestId, event: 'stuffing' });
}

/** Forgets the wrong guesses of somebody who then got it right. */
export async function forgiveGuesses(ctx: Ctx, guess: Guess): Promise<void> {
  if (guess.known) return forgiveAttempts(ctx, ownDevice, device(ctx, guess));
  await forgiveAttempts(ctx, here, place(ctx, guess));
  await forgiveAttempts(ctx, elsewhere, guess.subject);
}

/** Counts one try at the identity number of a silent account. @returns seconds to wait, 0 when allowed */
export const countIdentityGuess = (ctx: Ctx, accountId: string): Promise<number> =>
  countAttempt(ctx, perIdentity, accountId);
