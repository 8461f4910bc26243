import 'server-only';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { NewSession } from '@/lib/auth/cookie';
import { startSession } from '@/lib/auth/start-session';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isActingOfficer } from '../policy';

/**
 * 切换为会员: the same person without any role. The way back asks for the second factor again, since
 * a member's session lives longer than an officer's may.
 */
export async function becomeMember(ctx: Ctx): Promise<Result<{ session: NewSession }>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(isActingOfficer(actor));
    const session = await startSession(tx, { accountId: actor.accountId, assurance: 'password' });
    await recordAudit(tx, {
      action: 'become_member',
      entityType: 'account',
      entityId: actor.accountId,
    });
    return ok({ session });
  });
}
