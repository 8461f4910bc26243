import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { sessions } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isActingOfficer } from '../policy';
import type { SecondFactor } from '../schema/sign-in';
import { countCredentialAttempt, recordFailure, resetFailures } from '../steps/attempts';
import { acceptTotp, factorGuess } from '../steps/second-factor';

/**
 * Takes the second factor once more before an export or a role change (A24); covers ten minutes.
 * Refuses `sign_in` for who acts as no officer; `locked` with the `seconds` to wait;
 * `wrong_factor`.
 */
export async function stepUp(ctx: Ctx, input: SecondFactor): Promise<Result<{ next?: string }>> {
  const { actor } = ctx;
  if (!isActingOfficer(actor)) return refuse('sign_in');
  const guess = await factorGuess(ctx, actor.accountId);
  const seconds = await countCredentialAttempt(ctx, guess);
  if (seconds > 0) return refuse('locked', { detail: { seconds } });
  const done = await transaction(ctx, async (tx) => {
    authorize(isActingOfficer(tx.actor));
    if (!(await acceptTotp(tx, actor.accountId, input.code, true))) return refuse('wrong_factor');
    await tx.db
      .update(sessions)
      .set({ steppedUpAt: sql`now()` })
      .where(eq(sessions.id, actor.sessionId));
    await recordAudit(tx, {
      action: 'step_up',
      entityType: 'account',
      entityId: actor.accountId,
    });
    return ok({ next: input.next });
  });
  await (done.ok ? resetFailures(ctx, guess) : recordFailure(ctx));
  return done;
}
