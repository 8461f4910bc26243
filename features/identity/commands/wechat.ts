import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { proofTicket } from '@/lib/auth/proof-ticket';
import { mustProveIdentity } from '@/lib/auth/silent-phone';
import { startSession } from '@/lib/auth/start-session';
import { blindIndex, blindIndexQueue } from '@/lib/crypto/blind-index';
import { asSystem, type Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { isSignedIn } from '../policy';
import type { SignedIn } from './sign-in-with-code';

/**
 * Signs in whoever bound this WeChat before; WeChat vouches for the openid, nothing else is asked of it.
 * A number that changed hands opens its old owner's WeChat too, so after long silence more is asked.
 * @open whoever WeChat vouches for may sign in
 * @returns `wechat_unbound` when no account has it: the phone comes first then
 */
export async function signInWithWechat(
  ctx: Ctx,
  openid: string,
): Promise<Result<SignedIn, 'wechat_unbound'>> {
  return transaction(ctx, async (tx) => {
    const [account] = await bySystem(tx, (house) =>
      house.db
        .select({ id: accounts.id })
        .from(accounts)
        .where(
          and(
            inArray(accounts.wechatOpenidIndex, blindIndexQueue('wechat', openid)),
            isNull(accounts.disabledAt),
          ),
        ),
    );
    if (!account) return refuse('wechat_unbound');
    if (await mustProveIdentity(tx, account.id)) {
      return ok({ prove: proofTicket(tx, { accountId: account.id }) });
    }
    const session = await startSession(tx, { accountId: account.id, assurance: 'sms' });
    await recordAudit(asSystem(tx, '本人'), {
      action: 'sign_in',
      entityType: 'account',
      entityId: account.id,
      after: { by: 'wechat', device: tx.client?.device ?? '' },
    });
    return ok({ session });
  });
}

/** Binds WeChat to the account that is signed in; only a keyed hash of the openid is stored. */
export async function bindWechat(ctx: Ctx, openid: string): Promise<Result<null, 'wechat_taken'>> {
  try {
    return await transaction(ctx, async (tx) => {
      const { actor } = tx;
      authorize(isSignedIn(actor));
      await tx.db
        .update(accounts)
        .set({ wechatOpenidIndex: blindIndex('wechat', openid) })
        .where(eq(accounts.id, actor.accountId));
      await recordAudit(tx, {
        action: 'bind_wechat',
        entityType: 'account',
        entityId: actor.accountId,
      });
      return ok(null);
    });
  } catch (error) {
    if (violates(error, 'accounts_wechat_idx')) return refuse('wechat_taken');
    throw error;
  }
}
