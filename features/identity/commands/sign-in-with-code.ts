import 'server-only';
import { recordAudit } from '@/lib/audit';
import { ensureAccount } from '@/lib/auth/account';
import type { NewSession } from '@/lib/auth/cookie';
import { phoneOfTicket } from '@/lib/auth/phone-ticket';
import { checkCode, spendCode } from '@/lib/auth/sms-code';
import { startSession } from '@/lib/auth/start-session';
import { recordConsent } from '@/lib/consents';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { signInTexts } from '../rules/sign-in-texts';
import type { SignInWithCode } from '../schema/sign-in';

interface SignedIn {
  session: NewSession;
  next?: string;
}

/**
 * Signs a worker in with the texted code and makes account and person at first use (issue 2 §4).
 * @open whoever holds the phone may sign in
 * @returns the session for the cookie; refuses with the words of `codeWords`
 */
export async function signInWithCode(ctx: Ctx, input: SignInWithCode): Promise<Result<SignedIn>> {
  const phone = phoneOfTicket(ctx, input.to);
  if (!phone) return refuse('stale_page');
  const checked = await checkCode(ctx, { phone, purpose: 'sign_in', code: input.code });
  if (!checked.ok) return checked;
  // Without the form's key: its stored receipt would hold a live token.
  return transaction(ctx, async (tx) => {
    if (!(await spendCode(tx, checked.value.codeId))) return refuse('code_used');
    const account = await ensureAccount(tx, phone);
    if (account.disabled) return refuse('account_disabled');
    if (account.isNew) await agree(tx, account.accountId);
    const session = await startSession(tx, { accountId: account.accountId, assurance: 'sms' });
    await recordAudit(asSystem(tx, '本人'), {
      action: 'sign_in',
      entityType: 'account',
      entityId: account.accountId,
      after: { by: 'sms', device: tx.client?.device ?? '' },
    });
    return ok({ session, next: input.next });
  });
}

/** The box on the page before was ticked, or no code would have been sent (PIPL 14). */
const agree = (tx: Ctx, accountId: string) =>
  within(tx, asSystem(tx), async (house) => {
    for (const text of signInTexts) await recordConsent(house, accountId, text);
  });
