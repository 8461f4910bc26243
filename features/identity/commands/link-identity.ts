import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { type IdentityProvider, providerName } from '@/lib/auth/identity-providers';
import { linkOfTicket } from '@/lib/auth/link-ticket';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { portal } from '@/lib/portal/portal';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { identityLinked } from '../messages';
import { isSignedIn } from '../policy';

const columns = { wechat: 'wechatOpenidIndex', oidc: 'oidcIndex' } as const;
const linking = { wechat: 'bind_wechat', oidc: 'bind_oidc' } as const;
const unlinking = { wechat: 'unbind_wechat', oidc: 'unbind_oidc' } as const;

/**
 * Links an identity that was just vouched for in this browser to the account that is signed in, after the
 * person said so. Only a keyed hash is stored, and the owner is told.
 * @returns `stale_link`, `linked_elsewhere` when another account has it, `already_linked` when this one has another
 */
export async function linkIdentity(ctx: Ctx, input: { to: string }): Promise<Result<object>> {
  const link = linkOfTicket(ctx, input.to);
  if (!link) return refuse('stale_link');
  const { provider, index } = link;
  try {
    return await transaction(ctx, async (tx) => {
      const { actor } = tx;
      authorize(isSignedIn(actor));
      const { accountId } = actor;
      const free = and(eq(accounts.id, accountId), isNull(accounts[columns[provider]]));
      const linked = await tx.db
        .update(accounts)
        .set({ [columns[provider]]: index })
        .where(free)
        .returning({ id: accounts.id });
      if (linked.length === 0) return refuse('already_linked');
      await recordAudit(tx, {
        action: linking[provider],
        entityType: 'account',
        entityId: accountId,
      });
      await notify(tx, {
        accountId,
        ...identityLinked(providerName(provider), portal().hotline),
        dedupeKey: `link:${accountId}:${tx.requestId}`,
      });
      return ok({});
    });
  } catch (error) {
    const taken = ['accounts_wechat_idx', 'accounts_oidc_idx'];
    if (taken.some((rule) => violates(error, rule))) return refuse('linked_elsewhere');
    throw error;
  }
}

/**
 * Takes the link off again; done twice it is done once.
 * @returns `only_way_in` for an account whose phone went to a new owner
 */
export async function unlinkIdentity(
  ctx: Ctx,
  input: { provider: IdentityProvider },
): Promise<Result<object>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(isSignedIn(actor));
    const { accountId } = actor;
    const hasPhone = and(eq(accounts.id, accountId), isNull(accounts.phoneReleasedAt));
    const unlinked = await tx.db
      .update(accounts)
      .set({ [columns[input.provider]]: null })
      .where(hasPhone)
      .returning({ id: accounts.id });
    if (unlinked.length === 0) return refuse('only_way_in');
    await recordAudit(tx, {
      action: unlinking[input.provider],
      entityType: 'account',
      entityId: accountId,
    });
    return ok({});
  });
}
