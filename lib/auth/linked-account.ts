import 'server-only';
import { and, inArray, isNull } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { blindIndex, blindIndexQueue } from '../crypto/blind-index';
import type { Ctx } from '../ctx';
import { bySystem } from '../transaction';
import type { Identity } from './authorization';

const columns = { wechat: accounts.wechatOpenidIndex, oidc: accounts.oidcIndex };

const keyOf = ({ issuer, subject }: Identity): string =>
  issuer ? `${issuer} ${subject}` : subject;

/** What an identity is stored and found by: a keyed hash of issuer and subject, nothing else of it. */
export const linkIndex = (identity: Identity): string =>
  blindIndex(identity.provider, keyOf(identity));

/**
 * The account that this identity is linked to, if it is open; never found by a name or an e-mail. Null when
 * there is none, or it is closed.
 */
export async function findLinkedAccount(ctx: Ctx, identity: Identity) {
  const known = blindIndexQueue(identity.provider, keyOf(identity));
  const [row] = await bySystem(ctx, (systemTx) =>
    systemTx.db
      .select({
        id: accounts.id,
        displayName: accounts.displayName,
        totpEnrolledAt: accounts.totpEnrolledAt,
      })
      .from(accounts)
      .where(and(inArray(columns[identity.provider], known), isNull(accounts.disabledAt))),
  );
  return row ?? null;
}
