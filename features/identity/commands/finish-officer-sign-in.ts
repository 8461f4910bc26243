import 'server-only';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { NewSession } from '@/lib/auth/cookie';
import { startSession } from '@/lib/auth/start-session';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isHalfwayOfficer } from '../policy';
import type { SecondFactor } from '../schema/sign-in';
import { countCredentialAttempt, recordFailure, resetFailures } from '../steps/attempts';
import { acceptTotp, factorGuess } from '../steps/second-factor';

/**
 * Second half of an officer's sign-in, and the way from 我是会员 back to 我是工会干部: the code of the
 * authenticator app. Opens the session that holds the roles; the token is a new one (A13, A18).
 * @returns `sign_in` when no password was given before, `locked`, `wrong_factor`
 */
export async function finishOfficerSignIn(
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
    if (!(await acceptTotp(tx, actor.accountId, input.code, true))) return refuse('wrong_factor');
    const session = await startSession(tx, {
      accountId: actor.accountId,
      assurance: 'totp',
      mode: 'staff',
      steppedUp: true,
    });
    await recordAudit(tx, {
      action: 'sign_in',
      entityType: 'account',
      entityId: actor.accountId,
      after: { by: 'totp', device: tx.client?.device ?? '' },
    });
    return ok({ session, next: input.next });
  });
  await (done.ok ? resetFailures(ctx, guess) : recordFailure(ctx));
  return done;
}
