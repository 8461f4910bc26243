import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { accounts, recoveryCodes } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { endSessions } from '@/lib/auth/start-session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { portal } from '@/lib/portal/portal';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { secondFactorReset } from '../messages';
import { canManageRoles, isSignedIn } from '../policy';
import { type AccountRefusal, refusalToTouchAccount } from '../rules/roles';
import type { AccountReason } from '../schema/roles';
import { holdsOutsideReach, lockAccount, lockSystemAdmins } from '../steps/role-facts';

type Touched = Result<
  { accountId: string },
  AccountRefusal | 'account_disabled' | 'account_enabled'
>;
type Work = (tx: Ctx, target: Awaited<ReturnType<typeof lockAccount>>) => Promise<Touched | null>;

/** The checks that disabling, enabling and unbinding share, under their locks, and the ledger line. */
async function touchAccount(
  ctx: Ctx,
  action: string,
  input: AccountReason,
  work: Work,
): Promise<Touched> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(isSignedIn(actor) && canManageRoles.anywhere(actor));
    const systemAdmins = await lockSystemAdmins(tx);
    const target = await lockAccount(tx, input.accountId);
    const refusal = refusalToTouchAccount({
      isOwn: await isOwnCase(tx, { accountId: target.id }),
      holdsOutsideReach: await holdsOutsideReach(tx, target.id),
      isSystemAdmin: systemAdmins.includes(target.id),
      systemAdmins: new Set(systemAdmins).size,
      secondFactorRecent: hasRecentSecondFactor(tx),
    });
    const stop = refusal ? refuse(refusal) : await work(tx, target);
    if (stop) return stop;
    await recordAudit(tx, {
      action,
      entityType: 'account',
      entityId: target.id,
      reason: input.reason,
    });
    return ok({ accountId: target.id });
  });
}

/**
 * Stops an account: every session ends at once and no way in works until it is enabled (A16).
 * Refuses `account_disabled` when it is stopped already.
 */
export async function disableAccount(ctx: Ctx, input: AccountReason): Promise<Touched> {
  return touchAccount(ctx, 'disable_account', input, async (tx, target) => {
    if (target.disabledAt) return refuse('account_disabled');
    await bySystem(tx, (systemTx) =>
      systemTx.db
        .update(accounts)
        .set({ disabledAt: sql`now()`, disabledReason: input.reason })
        .where(eq(accounts.id, target.id)),
    );
    await endSessions(tx, { accountId: target.id }, 'disabled');
    return null;
  });
}

/**
 * Lets a stopped account in again; its roles are as they were.
 * Refuses `account_enabled` when it is not stopped.
 */
export async function enableAccount(ctx: Ctx, input: AccountReason): Promise<Touched> {
  return touchAccount(ctx, 'enable_account', input, async (tx, target) => {
    if (!target.disabledAt) return refuse('account_enabled');
    await bySystem(tx, (systemTx) =>
      systemTx.db
        .update(accounts)
        .set({ disabledAt: null, disabledReason: null })
        .where(eq(accounts.id, target.id)),
    );
    return null;
  });
}

/** Unbinds a lost second factor: the officer's sessions end, the next sign-in binds a new one. */
export async function resetSecondFactor(ctx: Ctx, input: AccountReason): Promise<Touched> {
  return touchAccount(ctx, 'reset_second_factor', input, async (tx, target) => {
    await bySystem(tx, (systemTx) =>
      systemTx.db
        .update(accounts)
        .set({ totpSealed: null, totpEnrolledAt: null, totpLastStep: null })
        .where(eq(accounts.id, target.id)),
    );
    await bySystem(tx, (systemTx) =>
      systemTx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, target.id)),
    );
    await endSessions(tx, { accountId: target.id }, 'second_factor_reset');
    const dedupeKey = `reset:${target.id}:${tx.requestId}`;
    await notify(tx, { accountId: target.id, ...secondFactorReset(portal().hotline), dedupeKey });
    return null;
  });
}
