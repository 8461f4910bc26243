import 'server-only';
import { sql } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db/client';
import { type Actor, anonymous, type Grant } from '../actor';
import { sha256Hex } from '../crypto/token';
import { type Ctx, makeCtx } from '../ctx';
import { requestId } from '../request-id';
import { sessionCookie } from './cookie';

/** Minutes without a request after which a session ends (trust.md §1.3). */
const idleMinutes = { member: 720, staff: 15 } as const;

interface Found extends Record<string, unknown> {
  session_id: string;
  account_id: string;
  person_id: string | null;
  display_name: string;
  assurance: 'sms' | 'password' | 'totp';
  mode: 'member' | 'staff';
  grants: Grant[];
}

/** Looks the token up afresh in every request, so that whatever was revoked is gone at once. */
export async function actorOfToken(token: string | undefined): Promise<Actor> {
  if (!token || token.length > 100) return anonymous;
  const [row] = await database().execute<Found>(
    sql`select * from find_session(${sha256Hex(token)}, ${idleMinutes.member}, ${idleMinutes.staff})`,
  );
  if (!row) return anonymous;
  return {
    kind: 'account',
    accountId: row.account_id,
    personId: row.person_id,
    sessionId: row.session_id,
    displayName: row.display_name,
    assurance: row.assurance,
    mode: row.mode,
    grants: row.grants,
  };
}

/** Who asks, in this request; one look-up however many components need it. */
export const currentCtx = cache(async (): Promise<Ctx> => {
  const jar = await cookies();
  const actor = await actorOfToken(jar.get(await sessionCookie())?.value);
  return makeCtx(actor, await requestId());
});

/** A signed-in worker, or off to 登录 and back to `path`. */
export async function requireMember(path: string): Promise<Ctx> {
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account') redirect(`/login?next=${encodeURIComponent(path)}`);
  return ctx;
}

/** An officer with a second factor and at least one role, or off to 干部登录. */
export async function requireStaff(path: string): Promise<Ctx> {
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account' || ctx.actor.grants.length === 0) {
    redirect(`/staff/login?next=${encodeURIComponent(path)}`);
  }
  return ctx;
}
