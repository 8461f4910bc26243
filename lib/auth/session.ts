import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type Actor, anonymous } from '../actor';
import { type Ctx, makeCtx } from '../ctx';
import { BY_ITSELF } from '../http/by-itself';
import { onlyReads, requestId } from '../request-id';
import { currentClient } from './client';
import { sessionCookie } from './cookie';
import { whyEnded } from './session-end';
import { sessionTable } from './session-table';
import { hasRecentSecondFactor } from './step-up';

/** Who a token stands for at this moment; nobody when it opens nothing. */
export const actorOfToken = async (
  token: string | undefined,
  { byItself = false } = {},
): Promise<Actor> => (await sessionTable.decode({ token, byItself }))?.actor ?? anonymous;

/** Who asks, in this request; one look-up however many components need it. */
export const currentCtx = cache(async (): Promise<Ctx> => {
  const jar = await cookies();
  const byItself = (await headers()).has(BY_ITSELF);
  const actor = await actorOfToken(jar.get(await sessionCookie())?.value, { byItself });
  const [readsOnly, client] = [await onlyReads(), await currentClient()];
  return { ...makeCtx(actor, await requestId()), client, readsOnly };
});

/** Off to a door, and what it says of the session that was here. */
async function signIn(door: string, path: string, why?: string): Promise<never> {
  const ended = why ?? (await whyEnded());
  const said = ended ? `&ended=${encodeURIComponent(ended)}` : '';
  return redirect(`${door}?next=${encodeURIComponent(path)}${said}`);
}

/** The context of a signed-in worker; anybody else is sent to 登录 and from there back to `path`. */
export async function requireMember(path: string): Promise<Ctx> {
  const ctx = await currentCtx();
  return ctx.actor.kind === 'account' ? ctx : signIn('/login', path);
}

/**
 * A signed-in worker without a long pause, after which the phone may be in other hands, or off to 登录: for
 * pages with sensitive data.
 */
export async function requireFreshMember(path: string): Promise<Ctx> {
  const ctx = await requireMember(path);
  const isFresh = ctx.actor.kind === 'account' && ctx.actor.fresh !== false;
  return isFresh ? ctx : signIn('/login', path, 'cold');
}

/** An officer with a second factor and at least one role, or off to 干部登录. */
export async function requireStaff(path: string): Promise<Ctx> {
  const ctx = await currentCtx();
  const { actor } = ctx;
  return actor.kind === 'account' && actor.grants.length > 0 ? ctx : signIn('/staff/login', path);
}

/** An officer who gave the second factor within ten minutes, or off to give it: exports, roles (A24). */
export async function requireRecentSecondFactor(path: string): Promise<Ctx> {
  const ctx = await requireStaff(path);
  return hasRecentSecondFactor(ctx) ? ctx : signIn('/staff/confirm', path);
}
