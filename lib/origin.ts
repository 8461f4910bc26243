import 'server-only';
import { headers } from 'next/headers';
import { isHttps } from './auth/cookie';
import { env } from './env';

/**
 * Where people reach us, without a trailing slash, for links inside QR codes and messages: the
 * configured address (trust.md X08); only the demo, which has none, believes the Host header.
 */
export async function publicOrigin(): Promise<string> {
  const { APP_ORIGIN } = env();
  if (APP_ORIGIN) return APP_ORIGIN.replace(/\/+$/, '');
  const of = await headers();
  return `${isHttps(of) ? 'https' : 'http'}://${of.get('host') ?? 'localhost'}`;
}
