import 'server-only';
import { cookies, headers } from 'next/headers';
import { env } from '../env';
import { safeRedirect } from '../safe-redirect';
import type { WechatProvider } from '../wechat/provider';
import { isWechatState, newWechatState } from '../wechat/state';
import { cookieNames, isHttps } from './cookie';

const MINUTES = 10;

/** Sets or, without a value, takes back what this browser waits for WeChat with. */
async function remember(value: string): Promise<void> {
  const https = isHttps(await headers());
  const jar = await cookies();
  jar.set(cookieNames(https).away, value, {
    httpOnly: true,
    secure: https,
    sameSite: 'lax',
    path: '/',
    maxAge: value ? MINUTES * 60 : 0,
  });
}

/** Remembers in this browser what WeChat must answer, and gives the address to send it to. */
export async function wechatAddress(
  provider: WechatProvider,
  now: Date,
  next: string,
): Promise<string> {
  const { state, cookie } = newWechatState(now);
  await remember(`${cookie} ${safeRedirect(next)}`);
  // Only the configured address: what a request says of its own host is not to be trusted (X08).
  const redirectUri = new URL('/api/auth/wechat/callback', env().APP_ORIGIN).href;
  return provider.authorizeUrl({ redirectUri, state });
}

/** Where to go on to when the answer belongs to this browser, else null; good once. */
export async function acceptWechatState(state: string, now: Date): Promise<string | null> {
  const name = cookieNames(isHttps(await headers())).away;
  const [cookie, next] = ((await cookies()).get(name)?.value ?? '').split(' ');
  await remember('');
  return isWechatState(state, cookie, now) ? safeRedirect(next ?? '') : null;
}
