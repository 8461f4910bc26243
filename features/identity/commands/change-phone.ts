import 'server-only';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { getOwnAccount, phoneOf } from '@/lib/auth/account';
import { movePhone } from '@/lib/auth/move-phone';
import { phoneOfTicket, phoneTicket } from '@/lib/auth/phone-ticket';
import { checkCode, consumeCode, sendCode } from '@/lib/auth/sms-code';
import { endSessions } from '@/lib/auth/start-session';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { maskPhone } from '@/lib/format';
import { notify, sendSms } from '@/lib/messaging/outbox';
import { portal } from '@/lib/portal/portal';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { oldPhoneWarning, phoneChanged } from '../messages';
import { isSignedIn } from '../policy';
import type { ChangePhone } from '../schema/account';

const purpose = 'change_phone';

async function ownPhone(ctx: Ctx): Promise<string> {
  authorize(isSignedIn(ctx.actor));
  return phoneOf(await getOwnAccount(ctx, ctx.actor.accountId));
}

/**
 * Sends one code to the phone in use and one to the new phone: both hands must be the same
 * person's.
 * Refuses `phone_gone` for an account whose number went to a new owner; `same_phone`.
 */
export async function requestPhoneChange(
  ctx: Ctx,
  input: { phone: string },
): Promise<Result<{ to: string }>> {
  const current = await ownPhone(ctx);
  if (!current) return refuse('phone_gone');
  if (current === input.phone)
    return refuse('same_phone', { fieldErrors: { phone: '新手机号和现在的一样' } });
  for (const phone of [current, input.phone]) {
    const sent = await sendCode(ctx, { phone, purpose });
    if (!sent.ok) return sent;
  }
  return ok({ to: phoneTicket(ctx, input.phone) });
}

/**
 * Moves the account to the new phone after both codes; every other device is signed out and both
 * phones are told (A15).
 * Refuses `stale_page` for a ticket that is over; `code_used`; further those of `checkCode`.
 * @returns `phone_taken` when somebody uses the new phone's account, `phone_silent` when it was long silent
 */
export async function changePhone(ctx: Ctx, input: ChangePhone): Promise<Result<{ tail: string }>> {
  const phone = phoneOfTicket(ctx, input.to);
  if (!phone) return refuse('stale_page');
  const current = await ownPhone(ctx);
  const old = await checkCode(ctx, { phone: current, purpose, code: input.oldCode });
  if (!old.ok) return { ...old, fieldErrors: { oldCode: '旧手机的验证码不对或已失效' } };
  const fresh = await checkCode(ctx, { phone, purpose, code: input.newCode });
  if (!fresh.ok) return { ...fresh, fieldErrors: { newCode: '新手机的验证码不对或已失效' } };
  try {
    return await transaction(ctx, async (tx) => {
      const { actor } = tx;
      authorize(isSignedIn(actor));
      const { accountId } = actor;
      const used =
        (await consumeCode(tx, old.value.codeId)) && (await consumeCode(tx, fresh.value.codeId));
      if (!used) return refuse('code_used');
      const taken = await movePhone(tx, { accountId, phone, notMine: input.notMine === 'yes' });
      if (taken) return refuse(taken);
      const tail = phone.slice(-4);
      await endSessions(tx, { accountId, except: actor.sessionId }, 'phone_changed');
      await recordAudit(tx, {
        action: 'change_phone',
        entityType: 'account',
        entityId: accountId,
        before: { phone: maskPhone(current) },
        after: { phone: maskPhone(phone) },
      });
      const dedupeKey = `phone:${accountId}:${fresh.value.codeId}`;
      await notify(tx, { accountId, ...phoneChanged(tail, portal().hotline), dedupeKey });
      await sendSms(tx, {
        phone: current,
        ...oldPhoneWarning(tail, portal().hotline),
        dedupeKey: `${dedupeKey}:old`,
        // A stranger's change of the phone is warned of at once.
        urgent: true,
      });
      return ok({ tail });
    });
  } catch (error) {
    if (violates(error, 'accounts_phone_idx')) return refuse('phone_taken');
    throw error;
  }
}
