import 'server-only';
import { eq } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { getOwnAccount, phoneOf } from '@/lib/auth/account';
import { hashPassword, weaknessOf } from '@/lib/auth/password';
import { checkCode, consumeCode, sendCode } from '@/lib/auth/sms-code';
import { endSessions } from '@/lib/auth/start-session';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { portal } from '@/lib/portal/portal';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { passwordChanged } from '../messages';
import { isSignedIn } from '../policy';
import type { SetPassword } from '../schema/account';
import { accountWords } from '../words';

const purpose = 'password';

async function ownPhone(ctx: Ctx): Promise<string> {
  authorize(isSignedIn(ctx.actor));
  return phoneOf(await getOwnAccount(ctx, ctx.actor.accountId));
}

/** Sends the code that setting a password asks for: a borrowed, unlocked phone is not enough alone. */
export async function requestPasswordCode(ctx: Ctx): Promise<Result<null>> {
  const sent = await sendCode(ctx, { phone: await ownPhone(ctx), purpose });
  return sent.ok ? ok(null) : sent;
}

/**
 * Sets or changes the password of one's own account. Weak and oversized ones are refused before any
 * hashing (A23); all other devices are signed out and the owner is told (A15).
 * Refuses `code_used`; further those of `checkCode`.
 */
export async function setPassword(ctx: Ctx, input: SetPassword): Promise<Result<null>> {
  const phone = await ownPhone(ctx);
  const weakness = weaknessOf(input.password, phone);
  if (weakness) {
    const reason = `password_${weakness}` as const;
    return refuse(reason, { fieldErrors: { password: accountWords[reason] } });
  }
  const checked = await checkCode(ctx, { phone, purpose, code: input.code });
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(input.password);
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(isSignedIn(actor));
    const { accountId } = actor;
    if (!(await consumeCode(tx, checked.value.codeId))) return refuse('code_used');
    await tx.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
    await endSessions(tx, { accountId, except: actor.sessionId }, 'password_changed');
    await recordAudit(tx, {
      action: 'set_password',
      entityType: 'account',
      entityId: accountId,
    });
    const dedupeKey = `password:${accountId}:${checked.value.codeId}`;
    await notify(tx, { accountId, ...passwordChanged(portal().hotline), dedupeKey });
    return ok(null);
  });
}
