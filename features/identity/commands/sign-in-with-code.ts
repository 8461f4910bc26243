import 'server-only';
import { recordAudit } from '@/lib/audit';
import { ensureAccount } from '@/lib/auth/account';
import type { NewSession } from '@/lib/auth/cookie';
import { phoneOfTicket } from '@/lib/auth/phone-ticket';
import { proofTicket } from '@/lib/auth/proof-ticket';
import { mustProveIdentity } from '@/lib/auth/silent-phone';
import { checkCode, consumeCode } from '@/lib/auth/sms-code';
import { startSession } from '@/lib/auth/start-session';
import { asSystem, type Ctx } from '@/lib/ctx';
import { portal } from '@/lib/portal/portal';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { signInTexts } from '../rules/sign-in-texts';
import type { SignInWithCode } from '../schema/sign-in';
import { recordConsent } from '../steps/record-consent';

export interface SignedIn {
  /** Absent while more must be proved. */
  session?: NewSession;
  /** Sealed, for the page that asks for the identity number. */
  prove?: string;
  next?: string;
}

/**
 * Signs a worker in with the texted code and makes account and person at first use (domain.md §4.1).
 * A phone that was silent for long and comes back on a new browser may have a new owner: it opens
 * nothing, tells nothing, and leads on to `proveIdentity`.
 * Refuses `stale_page` for a ticket that is over; `code_used`; `account_disabled`.
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
    if (!(await consumeCode(tx, checked.value.codeId))) return refuse('code_used');
    const account = await ensureAccount(tx, phone);
    if (account.disabled) return refuse('account_disabled');
    const { accountId } = account;
    if (!account.isNew && (await mustProveIdentity(tx, accountId))) {
      return ok({ prove: proofTicket(tx, { accountId, phone }), next: input.next });
    }
    if (account.isNew) await agree(tx, accountId);
    const session = await startSession(tx, { accountId, assurance: 'sms' });
    await recordAudit(asSystem(tx, '本人'), {
      action: 'sign_in',
      entityType: 'account',
      entityId: accountId,
      after: { by: 'sms', device: tx.client?.device ?? '' },
    });
    return ok({ session, next: input.next });
  });
}

/** The box on the page before was ticked, or no code would have been sent (PIPL 14). */
export const agree = (tx: Ctx, accountId: string) =>
  within(tx, asSystem(tx), async (systemTx) => {
    for (const text of signInTexts(portal())) await recordConsent(systemTx, accountId, text);
  });
