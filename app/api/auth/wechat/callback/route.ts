import { notFound, redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { bindWechat, signInWithWechat } from '@/features/identity/commands/wechat';
import { afterCode } from '@/features/identity/schema/ways-on';
import { setSessionCookie } from '@/lib/auth/cookie';
import { currentCtx } from '@/lib/auth/session';
import { acceptWechatState } from '@/lib/auth/wechat-door';
import { chooseWechat } from '@/lib/wechat/oauth';

/** Back from WeChat: signs in whoever is bound, binds whoever is signed in. */
export async function GET(request: NextRequest): Promise<Response> {
  const provider = chooseWechat();
  if (!provider) notFound();
  const { searchParams } = request.nextUrl;
  const ctx = await currentCtx();
  const next = await acceptWechatState(searchParams.get('state') ?? '', ctx.now);
  if (!next) redirect('/login?failed=wechat');
  const identified = await provider.identify(searchParams.get('code') ?? '');
  if (!identified.ok) redirect('/login?failed=wechat');
  if (ctx.actor.kind === 'account') {
    const bound = await bindWechat(ctx, identified.openid);
    redirect(bound.ok ? '/me?done=wechat' : '/me?done=wechat_taken');
  }
  const signedIn = await signInWithWechat(ctx, identified.openid);
  if (!signedIn.ok) redirect('/login?failed=wechat_unbound');
  const { session, prove } = signedIn.value;
  if (session) await setSessionCookie(session);
  redirect(afterCode({ prove, next }));
}
