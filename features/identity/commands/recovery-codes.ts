import 'server-only';
import { randomInt } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recoveryCodes } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { NewSession } from '@/lib/auth/cookie';
import { startSession } from '@/lib/auth/start-session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { blindIndex } from '@/lib/crypto/blind-index';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { portal } from '@/lib/portal/portal';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { recoveryCodeUsed } from '../messages';
import { isActingOfficer, isHalfwayOfficer } from '../policy';
import type { RecoveryCode } from '../schema/sign-in';
import { countCredentialAttempt, recordFailure, resetFailures } from '../steps/attempts';
import { factorGuess } from '../steps/second-factor';

const HOW_MANY = 10;
// Copied by hand from paper: no vowels, no 0/O, 1/I.
const alphabet = '23456789BCDFGHJKLMNPQRSTVWXZ';
const newRecoveryCode = () =>
  Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
const hashOf = (accountId: string, code: string) => blindIndex(`recovery:${accountId}`, code);

/**
 * Makes ten new recovery codes; the ones before are worth nothing from now on. They are shown once:
 * only keyed hashes are stored.
 * @returns the codes as `XXXX-XXXX`; refuses with `step_up` when the second factor is not recent
 */
export async function renewRecoveryCodes(ctx: Ctx): Promise<Result<{ codes: string[] }>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(isActingOfficer(actor));
    if (!hasRecentSecondFactor(tx)) return refuse('step_up');
    const { accountId } = actor;
    const codes = Array.from({ length: HOW_MANY }, newRecoveryCode);
    await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
    await tx.db
      .insert(recoveryCodes)
      .values(codes.map((code) => ({ id: newId(), accountId, codeHash: hashOf(accountId, code) })));
    await recordAudit(tx, {
      action: 'renew_recovery_codes',
      entityType: 'account',
      entityId: accountId,
    });
    return ok({ codes: codes.map((code) => `${code.slice(0, 4)}-${code.slice(4)}`) });
  });
}

/**
 * Signs an officer in who has the password but not the phone: one code of the printed list, good
 * once.
 * Refuses `sign_in` without a password given before; `locked` with the `seconds` to wait;
 * `wrong_recovery`.
 */
export async function signInWithRecoveryCode(
  ctx: Ctx,
  input: RecoveryCode,
): Promise<Result<{ session: NewSession; next?: string }>> {
  const { actor } = ctx;
  if (!isHalfwayOfficer(actor)) return refuse('sign_in');
  const { accountId } = actor;
  const guess = await factorGuess(ctx, accountId);
  const seconds = await countCredentialAttempt(ctx, guess);
  if (seconds > 0) return refuse('locked', { detail: { seconds } });
  const done = await transaction(ctx, async (tx) => {
    authorize(isHalfwayOfficer(tx.actor));
    const mine = and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
    const used = await tx.db
      .update(recoveryCodes)
      .set({ usedAt: sql`now()` })
      .where(and(mine, eq(recoveryCodes.codeHash, hashOf(accountId, input.code))))
      .returning({ id: recoveryCodes.id });
    if (!used[0]) return refuse('wrong_recovery');
    const left = await tx.db.$count(recoveryCodes, mine);
    const how = { accountId, assurance: 'totp', mode: 'staff', steppedUp: true } as const;
    const session = await startSession(tx, how);
    await recordAudit(tx, {
      action: 'sign_in',
      entityType: 'account',
      entityId: accountId,
      after: { by: 'recovery_code', left, device: tx.client?.device ?? '' },
    });
    const notice = {
      accountId,
      ...recoveryCodeUsed(left, portal().hotline),
      dedupeKey: `recovery:${used[0].id}`,
    };
    await notify(tx, notice);
    return ok({ session, next: input.next });
  });
  await (done.ok ? resetFailures(ctx, guess) : recordFailure(ctx));
  return done;
}
