import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { sessions } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { forgetDevices } from '@/lib/auth/known-devices';
import { endSessions } from '@/lib/auth/start-session';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isSignedIn } from '../policy';

/** 退出登录: this browser's session is gone at once, also for whoever copied its cookie (A14). */
export async function signOut(ctx: Ctx): Promise<Result<null>> {
  const { actor } = ctx;
  if (!isSignedIn(actor)) return ok(null);
  return transaction(ctx, async (tx) => {
    authorize(isSignedIn(tx.actor));
    await endSessions(tx, { id: actor.sessionId }, 'signed_out');
    await recordAudit(tx, {
      action: 'sign_out',
      entityType: 'account',
      entityId: actor.accountId,
    });
    return ok(null);
  });
}

/**
 * Ends one device of one's own; another person's id looks like one that is already gone.
 * Refuses `session_gone` for one that has ended, or is another's.
 */
export async function endDevice(
  ctx: Ctx,
  input: { sessionId: string },
): Promise<Result<{ ended: number }>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(isSignedIn(actor));
    const mine = and(eq(sessions.id, input.sessionId), eq(sessions.accountId, actor.accountId));
    const [open] = await tx.db
      .select({ id: sessions.id, browser: sessions.browserHash })
      .from(sessions)
      .where(and(mine, isNull(sessions.endedAt)));
    if (!open) return refuse('session_gone');
    const ended = await endSessions(tx, { id: open.id }, 'ended_from_list');
    await forgetDevices(tx, actor.accountId, { only: open.browser });
    await recordAudit(tx, { action: 'end_device', entityType: 'session', entityId: open.id });
    return ok({ ended });
  });
}

/**
 * Ends every session of one's own but this one.
 * @returns how many have `ended`; 0 when there was no other
 */
export async function endOtherDevices(ctx: Ctx): Promise<Result<{ ended: number }>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(isSignedIn(actor));
    const which = { accountId: actor.accountId, except: actor.sessionId };
    const ended = await endSessions(tx, which, 'ended_from_list');
    await recordAudit(tx, {
      action: 'end_other_devices',
      entityType: 'account',
      entityId: actor.accountId,
      after: { ended },
    });
    return ok({ ended });
  });
}
