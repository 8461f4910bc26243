import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { accounts, accountTotp, roleGrants } from '@/db/schema/identity';
import { recordAudit } from '@/lib/audit';
import type { NewSession } from '@/lib/auth/cookie';
import { startSession } from '@/lib/auth/start-session';
import { newTotpSecret } from '@/lib/auth/totp';
import { sealField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import type { PasswordSignInInput } from '../schema/sign-in';
import { verifyPassword } from '../steps/verify-password';

/** A secret is made once and kept until it is confirmed, so that a reload shows the same QR code. */
async function prepareSecondFactor(tx: Ctx, accountId: string): Promise<void> {
  const totpSealed = sealField(newTotpSecret(), accountTotp(accountId));
  await bySystem(tx, (systemTx) =>
    systemTx.db
      .update(accounts)
      .set({ totpSealed })
      .where(and(eq(accounts.id, accountId), isNull(accounts.totpSealed))),
  );
}

/** Whether an account holds a role anywhere; asked before anybody is signed in. */
export async function holdsRole(tx: Ctx, accountId: string): Promise<boolean> {
  const grants = await bySystem(tx, (systemTx) =>
    systemTx.db
      .select({ id: roleGrants.id })
      .from(roleGrants)
      .where(and(eq(roleGrants.accountId, accountId), isNull(roleGrants.revokedAt)))
      .limit(1),
  );
  return grants.length > 0;
}

/**
 * First half of an officer's sign-in: the password. The ten-minute session it opens holds no role
 * until the second factor is given (security.md §1.3, A24).
 * Refuses `not_officer` for an account without a role; further those of `verifyPassword`.
 * @open whoever knows the password may begin
 * @returns `enrolled` false at the first sign-in: the second factor is set up next
 */
export async function beginOfficerSignIn(
  ctx: Ctx,
  input: PasswordSignInInput,
): Promise<Result<{ session: NewSession; enrolled: boolean; next?: string }>> {
  const verified = await verifyPassword(ctx, input);
  if (!verified.ok) return verified;
  const account = verified.value;
  return transaction(ctx, async (tx) => {
    if (!(await holdsRole(tx, account.id))) return refuse('not_officer');
    const enrolled = account.totpEnrolledAt !== null;
    if (!enrolled) await prepareSecondFactor(tx, account.id);
    const session = await startSession(tx, {
      accountId: account.id,
      assurance: 'password',
      mode: 'staff',
    });
    await recordAudit(asSystem(tx, account.displayName), {
      action: 'begin_officer_sign_in',
      entityType: 'account',
      entityId: account.id,
      after: { enrolled, device: tx.client?.device ?? '' },
    });
    return ok({ session, enrolled, next: input.next });
  });
}
