import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Identity, Purpose } from '@/lib/auth/authorization';
import { linkTicket } from '@/lib/auth/link-ticket';
import { findLinkedAccount, linkIndex } from '@/lib/auth/linked-account';
import { proofTicket } from '@/lib/auth/proof-ticket';
import { mustProveIdentity } from '@/lib/auth/silent-phone';
import { startSession } from '@/lib/auth/start-session';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { holdsRole } from './begin-officer-sign-in';
import type { SignedIn } from './sign-in-with-code';

/**
 * Signs in whoever linked this identity before; the provider vouches for it, nothing else is asked of it.
 * A number that changed hands opens its old owner's WeChat too, so after long silence more is asked; a
 * subject of OpenID Connect is never given to anybody else.
 * @open whom the provider vouches for may sign in
 * @returns `unlinked` when no open account has it: the phone comes first then
 */
async function signInAsMember(ctx: Ctx, identity: Identity): Promise<Result<SignedIn>> {
  return transaction(ctx, async (tx) => {
    const account = await findLinkedAccount(tx, identity);
    if (!account) return refuse('unlinked');
    const accountId = account.id;
    if (identity.provider === 'wechat' && (await mustProveIdentity(tx, accountId))) {
      return ok({ prove: proofTicket(tx, { accountId }) });
    }
    const session = await startSession(tx, { accountId, assurance: 'sms' });
    await recordAudit(asSystem(tx, '本人'), {
      action: 'sign_in',
      entityType: 'account',
      entityId: accountId,
      after: { by: identity.provider, device: tx.client?.device ?? '' },
    });
    return ok({ session });
  });
}

/**
 * The same in place of an officer's password: the second factor comes next, and is bound by password only,
 * so that a session left open somewhere never becomes an officer's.
 * @open whom the provider vouches for may begin
 * @returns `unlinked`, `not_officer`, `password_first`
 */
async function beginAsOfficer(ctx: Ctx, identity: Identity): Promise<Result<SignedIn>> {
  return transaction(ctx, async (tx) => {
    const account = await findLinkedAccount(tx, identity);
    if (!account) return refuse('unlinked');
    if (!(await holdsRole(tx, account.id))) return refuse('not_officer');
    if (!account.totpEnrolledAt) return refuse('password_first');
    const how = { accountId: account.id, assurance: 'password', mode: 'staff' } as const;
    const session = await startSession(tx, how);
    await recordAudit(asSystem(tx, account.displayName), {
      action: 'begin_officer_sign_in',
      entityType: 'account',
      entityId: account.id,
      after: { by: identity.provider, device: tx.client?.device ?? '' },
    });
    return ok({ session });
  });
}

export type Arrived = SignedIn & {
  /** Sealed, for the page of one's own account that asks whether to link it. */
  link?: string;
};

/**
 * What becomes of somebody whom a provider vouches for, by what they had set out for. Linking only
 * asks.
 * Refuses `unlinked` for an identity of no account; `not_officer` for an account without a role;
 * `password_first` until the second factor is set up.
 */
export async function signInByProvider(
  ctx: Ctx,
  identity: Identity,
  purpose: Purpose,
): Promise<Result<Arrived>> {
  if (purpose === 'member') return signInAsMember(ctx, identity);
  if (purpose === 'staff') return beginAsOfficer(ctx, identity);
  const { provider, displayName } = identity;
  return ok({ link: linkTicket(ctx, { provider, displayName, index: linkIndex(identity) }) });
}
