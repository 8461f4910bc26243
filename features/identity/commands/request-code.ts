import 'server-only';
import { phoneOfTicket, phoneTicket } from '@/lib/auth/phone-ticket';
import { sendCode } from '@/lib/auth/sms-code';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';

interface Asked {
  /** Sealed phone for the next page. */
  to: string;
  next?: string;
}

/** Sends a sign-in code; any phone may ask, the account is made when the code comes back (domain.md §4.1). */
export async function requestCode(
  ctx: Ctx,
  input: { phone: string; next?: string },
): Promise<Result<Asked>> {
  const sent = await sendCode(ctx, { phone: input.phone, purpose: 'sign_in' });
  return sent.ok ? ok({ to: phoneTicket(ctx, input.phone), next: input.next }) : sent;
}

/**
 * Sends another code to the phone of the step before.
 * Refuses `stale_page` for a ticket that is over.
 */
export async function resendCode(
  ctx: Ctx,
  input: { to: string; next?: string },
): Promise<Result<Asked>> {
  const phone = phoneOfTicket(ctx, input.to);
  return phone ? requestCode(ctx, { phone, next: input.next }) : refuse('stale_page');
}
