import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { NewSession } from '@/lib/auth/cookie';
import { startSession } from '@/lib/auth/start-session';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { PasswordSignInInput } from '../schema/sign-in';
import { verifyPassword } from '../steps/verify-password';

/**
 * Signs a worker in with phone and password, for where there is no signal (domain.md §4.1).
 * An officer signed in this way is a plain member: roles ask for the second factor.
 * @open whoever knows the password may sign in
 */
export async function signInWithPassword(
  ctx: Ctx,
  input: PasswordSignInInput,
): Promise<Result<{ session: NewSession; next?: string }>> {
  const verified = await verifyPassword(ctx, input);
  if (!verified.ok) return verified;
  const accountId = verified.value.id;
  return transaction(ctx, async (tx) => {
    const session = await startSession(tx, { accountId, assurance: 'password' });
    await recordAudit(asSystem(tx, '本人'), {
      action: 'sign_in',
      entityType: 'account',
      entityId: accountId,
      after: { by: 'password', device: tx.client?.device ?? '' },
    });
    return ok({ session, next: input.next });
  });
}
