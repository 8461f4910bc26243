import 'server-only';
import { findAccountByPhone } from '@/lib/auth/account';
import { isKnownDevice } from '@/lib/auth/known-devices';
import { passwordMatches } from '@/lib/auth/password';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { countCredentialAttempt, recordFailure, resetFailures } from './attempts';

type Account = NonNullable<Awaited<ReturnType<typeof findAccountByPhone>>>;

/**
 * Judges phone and password: same answer and same work for unknown phones, for accounts without a
 * password and for wrong ones (ASVS user enumeration). Hashing runs outside any transaction.
 * @returns the account, or `locked` {seconds}, `wrong_password`, `account_disabled`
 */
export async function verifyPassword(
  ctx: Ctx,
  input: { phone: string; password: string },
): Promise<Result<Account, 'locked' | 'wrong_password' | 'account_disabled'>> {
  const guess = {
    subject: `password:${phoneIndex(input.phone)}`,
    known: await isKnownDevice(ctx, input.phone),
  };
  const seconds = await countCredentialAttempt(ctx, guess);
  if (seconds > 0) return refuse('locked', { detail: { seconds } });
  const account = await findAccountByPhone(ctx, input.phone);
  const matches = await passwordMatches(account?.passwordHash ?? null, input.password);
  if (!account || !matches) {
    await recordFailure(ctx);
    return refuse('wrong_password');
  }
  await resetFailures(ctx, guess);
  return account.disabledAt ? refuse('account_disabled') : ok(account);
}
