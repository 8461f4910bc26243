import 'server-only';
import { sql } from 'drizzle-orm';
import type { JWT, JWTDecodeParams, JWTEncodeParams } from 'next-auth/jwt';
import { database } from '@/db/client';
import type { Assurance } from '@/db/schema/enums';
import type { AccountActor, Grant } from '../actor';
import { orBusy } from '../busy';
import { sha256Hex } from '../crypto/token';
import { memberIdleMinutes, staffIdleMinutes } from './settings';

interface Found extends Record<string, unknown> {
  session_id: string;
  account_id: string;
  person_id: string | null;
  display_name: string;
  assurance: Assurance;
  mode: 'member' | 'staff';
  stepped_up_at: string | null;
  fresh: boolean;
  grants: Grant[];
}

/** What the library knows of a session: its token, and whom it stands for at this moment. */
export interface SessionPayload extends JWT {
  readonly session: string;
  readonly actor: AccountActor;
}

const actorOf = (row: Found): AccountActor => ({
  kind: 'account',
  accountId: row.account_id,
  personId: row.person_id,
  sessionId: row.session_id,
  displayName: row.display_name,
  assurance: row.assurance,
  mode: row.mode,
  grants: row.grants,
  steppedUpAt: row.stepped_up_at ? new Date(row.stepped_up_at) : null,
  fresh: row.fresh,
});

/**
 * Looks a token up in the session table, afresh in every request: whatever was revoked is gone at once.
 * Only its SHA-256 is compared (security.md §1.3).
 * @param asked.byItself an open page asks, and nobody need be sitting there: that keeps no session in use
 * @returns null for no token, an unknown one, an ended or expired session, a disabled account
 * @throws Busy when the database does not answer in time: nobody is signed out by a rush
 */
async function decode({
  token,
  byItself = false,
}: Pick<JWTDecodeParams, 'token'> & { byItself?: boolean }): Promise<SessionPayload | null> {
  if (!token || token.length > 100) return null;
  const found = database().execute<Found>(
    sql`select * from find_session(${sha256Hex(token)}, ${memberIdleMinutes.fallback},
      ${staffIdleMinutes.fallback}, ${!byItself})`,
  );
  const [row] = await found.catch((error) => Promise.reject(orBusy(error)));
  return row ? { session: token, actor: actorOf(row) } : null;
}

/**
 * The cookie's value of a payload: the token that it carries, so that reading makes no row.
 * @throws for a payload without one. A session begins in the transaction of the command that decided on it
 *   (`startSession`): nothing of the library begins one by itself
 */
async function encode({ token }: Pick<JWTEncodeParams, 'token'>): Promise<string> {
  const carried = token?.session;
  if (typeof carried !== 'string') throw new Error('a session that no command began');
  return carried;
}

/** Stands where next-auth would sign and read tokens of its own. */
export const sessionTable = { encode, decode };
