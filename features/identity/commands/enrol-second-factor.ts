import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { NewSession } from '@/lib/auth/cookie';
import { startSession } from '@/lib/auth/start-session';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { portal } from '@/lib/portal/portal';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { secondFactorEnrolled } from '../messages';
import { isHalfwayOfficer } from '../policy';
import type { SecondFactor } from '../schema/sign-in';
import { countCredentialAttempt, recordFailure, resetFailures } from '../steps/attempts';
import { acceptTotp, factorGuess } from '../steps/second-factor';

/**
 * Confirms the authenticator app at an officer's first sign-in: a right code proves that the secret
 * arrived, and opens the session with roles. Recovery codes come on the next page.
 * Refuses `sign_in` without a password given before; `locked` with the `seconds` to wait;
 * `wrong_factor`; `already_enrolled`.
 */
export async function enrolSecondFactor(
  ctx: Ctx,
  input: SecondFactor,
): Promise<Result<{ session: NewSession; next?: string }>> {
  const { actor } = ctx;
  if (!isHalfwayOfficer(actor)) return refuse('sign_in');
  const guess = await factorGuess(ctx, actor.accountId);
  const seconds = await countCredentialAttempt(ctx, guess);
  if (seconds > 0) return refuse('locked', { detail: { seconds } });
  const done = await transaction(ctx, async (tx) => {
    authorize(isHalfwayOfficer(tx.actor));
    const { accountId } = actor;
    if (!(await acceptTotp(tx, accountId, input.code, false))) return refuse('wrong_factor');
    const enrolled = await tx.db
      .update(accounts)
      .set({ totpEnrolledAt: sql`now()` })
      .where(and(eq(accounts.id, accountId), isNull(accounts.totpEnrolledAt)))
      .returning({ id: accounts.id });
    if (enrolled.length === 0) return refuse('already_enrolled');
    const how = { accountId, assurance: 'totp', mode: 'staff', steppedUp: true } as const;
    const session = await startSession(tx, how);
    await recordAudit(tx, {
      action: 'enrol_second_factor',
      entityType: 'account',
      entityId: accountId,
    });
    await notify(tx, {
      accountId,
      ...secondFactorEnrolled(portal().hotline),
      dedupeKey: `enrol:${accountId}:${tx.requestId}`,
    });
    return ok({ session, next: input.next });
  });
  await (done.ok ? resetFailures(ctx, guess) : recordFailure(ctx));
  return done;
}
