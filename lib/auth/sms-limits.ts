import 'server-only';
import { phoneIndex } from '../crypto/indexes';
import type { Ctx } from '../ctx';
import { countAttempt, type DeclaredLimit } from '../limits/rate-limit';
import { isKnownDevice } from './known-devices';
import { byOwner, byStrangers, perAddress, perAddressDay, perDevice } from './limits';

/** Whose share of the phone's texts this request uses. */
async function shareOf(ctx: Ctx, phone: string): Promise<readonly [string, DeclaredLimit[]]> {
  const { actor } = ctx;
  if (actor.kind === 'account' && actor.grants.length > 0) return ['counter', byOwner];
  return (await isKnownDevice(ctx, phone)) ? ['own', byOwner] : ['stranger', byStrangers];
}

/**
 * Counts one text on its way. Each share alone stays within what carriers let through of one number;
 * their own limits must be set to at least the sum (docs/operations.md).
 * @returns seconds to wait, 0 when it may be sent
 */
export async function secondsToWait(ctx: Ctx, phone: string): Promise<number> {
  const { address, browser } = ctx.client ?? {};
  const [share, perPhone] = await shareOf(ctx, phone);
  const counted: (readonly [DeclaredLimit, string | null | undefined])[] = [
    [perAddress, address],
    [perAddressDay, address],
    // An officer at a counter sends for everybody who comes.
    [perDevice, share === 'counter' ? null : browser],
    ...perPhone.map((limit) => [limit, `${phoneIndex(phone)} ${share}`] as const),
  ];
  for (const [limit, subject] of counted) {
    const wait = subject ? await countAttempt(ctx, limit, subject) : 0;
    if (wait > 0) return wait;
  }
  return 0;
}
