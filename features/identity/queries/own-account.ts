import 'server-only';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { TextSize } from '@/db/schema/enums';
import { accounts, accountTotp, people, recoveryCodes, roleGrants } from '@/db/schema/identity';
import { phoneOf } from '@/lib/auth/account';
import { linkOfTicket } from '@/lib/auth/link-ticket';
import { phoneOfTicket } from '@/lib/auth/phone-ticket';
import { proofOfTicket } from '@/lib/auth/proof-ticket';
import { totpUri } from '@/lib/auth/totp';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { maskPhone } from '@/lib/format';
import { portal } from '@/lib/portal/portal';
import { read } from '@/lib/transaction';
import { isHalfwayOfficer, isSignedIn } from '../policy';

export interface OwnAccount {
  /** On record with a union; null before. */
  name: string | null;
  displayName: string;
  maskedPhone: string;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  /** Which providers' accounts open this one. */
  linked: { wechat: boolean; oidc: boolean };
  /** Holds roles, whatever this session may use of them. */
  isOfficer: boolean;
  textSize: TextSize;
}

/** What 我的 shows of one's own account. Throws NotFound for whoever is not signed in. */
export async function getOwnSummary(ctx: Ctx): Promise<OwnAccount> {
  const { actor } = ctx;
  if (!isSignedIn(actor)) throw new NotFound('account');
  return read(ctx, async (tx) => {
    const active = and(eq(roleGrants.accountId, actor.accountId), isNull(roleGrants.revokedAt));
    const [row] = await tx.db
      .select({ account: accounts, name: people.name })
      .from(accounts)
      .leftJoin(people, eq(people.accountId, accounts.id))
      .where(eq(accounts.id, actor.accountId));
    if (!row) throw new NotFound('account');
    const { account } = row;
    return {
      name: row.name,
      displayName: account.displayName,
      maskedPhone: maskPhone(phoneOf(account)),
      hasPassword: account.passwordHash !== null,
      hasSecondFactor: account.totpEnrolledAt !== null,
      linked: {
        wechat: account.wechatOpenidIndex !== null,
        oidc: account.oidcIndex !== null,
      },
      isOfficer: (await tx.db.$count(roleGrants, active)) > 0,
      textSize: account.textSize,
    };
  });
}

/** The masked phone of the step before, or null when the page is stale or from another browser. */
export function maskedTicket(ctx: Ctx, ticket: string | undefined): string | null {
  const phone = ticket ? phoneOfTicket(ctx, ticket) : null;
  return phone ? maskPhone(phone) : null;
}

/** By what somebody came as far as 核对身份, or null when the page is stale or from another browser. */
export function findProof(ctx: Ctx, ticket: string | undefined): 'phone' | 'wechat' | null {
  const proof = ticket ? proofOfTicket(ctx, ticket) : null;
  return proof && (proof.phone ? 'phone' : 'wechat');
}

/**
 * The identity that somebody came back with from a provider; null when the page is stale or of
 * another browser.
 */
export const findLink = (ctx: Ctx, ticket: string | undefined) =>
  ticket ? linkOfTicket(ctx, ticket) : null;

export interface PendingSecondFactor {
  secret: string;
  uri: string;
}

/**
 * The secret an officer is about to bind: only halfway through the first sign-in, and never again. Null
 * otherwise.
 */
export async function findPendingSecondFactor(ctx: Ctx): Promise<PendingSecondFactor | null> {
  const { actor } = ctx;
  if (!isHalfwayOfficer(actor)) return null;
  const [account] = await read(ctx, (tx) =>
    tx.db
      .select({
        totpSealed: accounts.totpSealed,
        enrolledAt: accounts.totpEnrolledAt,
        tail: accounts.phoneTail,
      })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId)),
  );
  if (!account?.totpSealed || account.enrolledAt) return null;
  const secret = openField(account.totpSealed, accountTotp(actor.accountId));
  const label = `${actor.displayName} ${account.tail}`;
  return { secret, uri: totpUri(secret, label, portal().logoText) };
}

/** How many printed recovery codes are still good. */
export async function countRecoveryCodes(ctx: Ctx): Promise<number> {
  const { actor } = ctx;
  if (!isSignedIn(actor)) return 0;
  const [row] = await read(ctx, (tx) =>
    tx.db
      .select({ left: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.accountId, actor.accountId), isNull(recoveryCodes.usedAt))),
  );
  return row?.left ?? 0;
}
