import 'server-only';
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { accounts, accountTotp } from '@/db/schema/identity';
import { isOwnDevice } from '@/lib/auth/known-devices';
import { STEPS_AHEAD, totpStep } from '@/lib/auth/totp';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { Guess } from './attempts';

/**
 * Accepts a six-digit code of the authenticator app and burns its half minute, in one conditional
 * update: the same code posted twice, also at once, is good once (RFC 6238 §5.2).
 * @param enrolled false while the officer confirms a new secret
 */
export async function acceptTotp(
  tx: Ctx,
  accountId: string,
  code: string,
  enrolled: boolean,
): Promise<boolean> {
  const [account] = await tx.db
    .select({
      totpSealed: accounts.totpSealed,
      enrolledAt: accounts.totpEnrolledAt,
      lastStep: accounts.totpLastStep,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account?.totpSealed || (account.enrolledAt !== null) !== enrolled) return false;
  const secret = openField(account.totpSealed, accountTotp(accountId));
  const step = totpStep(secret, code, tx.now, account.lastStep);
  if (step === null) return false;
  const burnt = await tx.db
    .update(accounts)
    .set({ totpLastStep: step })
    .where(
      and(
        eq(accounts.id, accountId),
        or(
          isNull(accounts.totpLastStep),
          lt(accounts.totpLastStep, step),
          gt(accounts.totpLastStep, step + STEPS_AHEAD + 1),
        ),
      ),
    )
    .returning({ id: accounts.id });
  return burnt.length > 0;
}

/**
 * What wrong second factors of an account are counted under: its id, apart from passwords, and
 * whether this browser is known.
 */
export const factorGuess = async (ctx: Ctx, accountId: string): Promise<Guess> => ({
  subject: `factor:${accountId}`,
  known: await isOwnDevice(ctx, accountId),
});
