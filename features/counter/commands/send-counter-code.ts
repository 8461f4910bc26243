import 'server-only';
import { authorize } from '@/lib/access';
import { phoneOfTicket, phoneTicket } from '@/lib/auth/phone-ticket';
import { sendCode } from '@/lib/auth/sms-code';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { canEnterApplication, canRebindPhone } from '../policy';
import type { CounterPhoneInput, CounterResendInput } from '../schema/counter';

/**
 * 代办, first step: a code to the phone of the worker at the counter. Whoever holds no right to enter
 * an application cannot make the system text a stranger.
 * @returns the phone, sealed for the next page of this browser
 */
export async function sendCounterCode(
  ctx: Ctx,
  { phone }: Pick<CounterPhoneInput, 'phone'>,
): Promise<Result<{ to: string }>> {
  authorize(canEnterApplication.anywhere(ctx.actor));
  const sent = await sendCode(ctx, { phone, purpose: 'counter' });
  return sent.ok ? ok({ to: phoneTicket(ctx, phone) }) : sent;
}

/**
 * 窗口换绑, first step: a code to the member's new phone.
 * @returns the member and the sealed ticket `to` for the second step; refuses with those of
 * `sendCode`
 */
export async function sendRebindCode(
  ctx: Ctx,
  { personId, phone }: { personId: string; phone: string },
): Promise<Result<{ personId: string; to: string }>> {
  authorize(canRebindPhone.anywhere(ctx.actor));
  const sent = await sendCode(ctx, { phone, purpose: 'counter' });
  return sent.ok ? ok({ personId, to: phoneTicket(ctx, phone) }) : sent;
}

/**
 * Another code to the same phone.
 * Refuses `stale_page` for a ticket that is over.
 */
export async function resendCounterCode(
  ctx: Ctx,
  { to }: CounterResendInput,
): Promise<Result<{ to: string }>> {
  authorize(canEnterApplication.anywhere(ctx.actor));
  const phone = phoneOfTicket(ctx, to);
  return phone ? sendCounterCode(ctx, { phone }) : refuse('stale_page');
}
