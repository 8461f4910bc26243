import 'server-only';
import { cookies, headers } from 'next/headers';
import { env } from '../env';
import { safeRedirect } from '../safe-redirect';
import type { WechatProvider } from '../wechat/provider';
import { isWechatState, newWechatState } from '../wechat/state';
import { isHttps } from './cookie';

const COOKIE = 'lx-wechat';
const MINUTES = 10;

/** Remembers in this browser what WeChat must answer, and gives the address to send it to. */
export async function wechatAddress(
  provider: WechatProvider,
  now: Date,
  next: string,
): Promise<string> {
  const { state, cookie } = newWechatState(now);
  const jar = await cookies();
  const secure = isHttps(await headers());
  jar.set(COOKIE, `${cookie} ${encodeURIComponent(safeRedirect(next))}`, {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/api/auth/wechat',
    maxAge: MINUTES * 60,
  });
  // Only the configured address: what a request says of its own host is not to be trusted (X08).
  const redirectUri = new URL('/api/auth/wechat/callback', env().APP_ORIGIN).href;
  return provider.authorizeUrl({ redirectUri, state });
}

/** Where to go on to when the answer belongs to this browser, else null; good once. */
export async function acceptWechatState(state: string, now: Date): Promise<string | null> {
  const jar = await cookies();
  const [cookie, next] = (jar.get(COOKIE)?.value ?? '').split(' ');
  jar.delete({ name: COOKIE, path: '/api/auth/wechat' });
  if (!isWechatState(state, cookie, now)) return null;
  return safeRedirect(decodeURIComponent(next ?? ''));
}
