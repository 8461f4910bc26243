import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { recordAudit } from '@/lib/audit';
import { ensureAccount } from '@/lib/auth/account';
import { type Proof, proofOfTicket } from '@/lib/auth/proof-ticket';
import { provesIdentity, releasePhone } from '@/lib/auth/silent-phone';
import { startSession } from '@/lib/auth/start-session';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction, within } from '@/lib/transaction';
import type { ProveIdentityInput } from '../schema/sign-in';
import { countIdentityGuess } from '../steps/attempts';
import { agree, type SignedIn } from './sign-in-with-code';

/**
 * Second step of a phone that was silent for long, or of a member whom a book brought in and who never signed in: the
 * identity number of whoever the account is. Until
 * it is right nothing is shown, not even whether there is a name. One sentence for every wrong number.
 * Refuses `stale_page` for a ticket that is over; `wrong_identity`.
 * @open whoever holds the sealed ticket of the first step may try
 * @returns `identity_locked` after so many wrong ones in a day; the counter helps then
 */
export async function proveIdentity(
  ctx: Ctx,
  input: ProveIdentityInput,
): Promise<Result<SignedIn>> {
  const proof = proofOfTicket(ctx, input.to);
  if (!proof) return refuse('stale_page');
  const { accountId, phone } = proof;
  if ((await countIdentityGuess(ctx, accountId)) > 0) return refuse('identity_locked');
  return transaction(ctx, async (tx) => {
    if (!(await isStill(tx, proof))) return refuse('stale_page');
    if (!(await provesIdentity(tx, accountId, input.idNumber))) {
      return refuse('wrong_identity');
    }
    if (await isUnclaimed(tx, accountId)) await agree(tx, accountId);
    const session = await startSession(tx, { accountId, assurance: 'sms' });
    await recordAudit(asSystem(tx, '本人'), {
      action: 'sign_in',
      entityType: 'account',
      entityId: accountId,
      after: { by: phone ? 'sms_and_document' : 'wechat_and_document' },
    });
    return ok({ session, next: input.next });
  });
}

/** Made from a book, and nobody has signed in: what was ticked before the code counts from now on. */
async function isUnclaimed(tx: Ctx, accountId: string): Promise<boolean> {
  const never = eq(accounts.lastSignedInAt, accounts.importedAt);
  const one = and(eq(accounts.id, accountId), never);
  return (await bySystem(tx, (inner) => inner.db.$count(accounts, one))) > 0;
}

/** Whether the account is open and still has the number, or the WeChat, of the first step. */
async function isStill(tx: Ctx, { accountId, phone }: Proof): Promise<boolean> {
  const has = phone
    ? isNull(accounts.phoneReleasedAt)
    : sql`${accounts.wechatOpenidIndex} is not null`;
  const open = and(eq(accounts.id, accountId), isNull(accounts.disabledAt), has);
  return (await bySystem(tx, (inner) => inner.db.$count(accounts, open))) > 0;
}

/**
 * 不是我的: the number (or the WeChat) goes to whoever holds it now, and opens an account of their own.
 * The old record keeps everything but the number; its person comes back at a counter.
 * Refuses `stale_page` for a ticket that is over.
 * @open whoever holds the sealed ticket of the first step proved to hold the number
 */
export async function disownAccount(
  ctx: Ctx,
  input: { to: string; next?: string },
): Promise<Result<SignedIn>> {
  const proof = proofOfTicket(ctx, input.to);
  if (!proof) return refuse('stale_page');
  return transaction(ctx, async (tx) => {
    const { accountId, phone } = proof;
    const systemTx = asSystem(tx, '号码新机主');
    if (!phone) {
      await bySystem(tx, (inner) =>
        inner.db
          .update(accounts)
          .set({ wechatOpenidIndex: null })
          .where(eq(accounts.id, accountId)),
      );
      await recordAudit(systemTx, {
        action: 'unbind_wechat',
        entityType: 'account',
        entityId: accountId,
      });
      return ok({ next: input.next });
    }
    const released = await within(tx, systemTx, (inner) =>
      releasePhone(inner, { accountId, phone, by: 'new_owner' }),
    );
    if (!released) return refuse('stale_page');
    const own = await ensureAccount(tx, phone);
    await agree(tx, own.accountId);
    const session = await startSession(tx, { accountId: own.accountId, assurance: 'sms' });
    await recordAudit(asSystem(tx, '本人'), {
      action: 'sign_in',
      entityType: 'account',
      entityId: own.accountId,
      after: { by: 'sms', device: tx.client?.device ?? '' },
    });
    return ok({ session, next: input.next });
  });
}
