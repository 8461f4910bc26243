import 'server-only';
import { headers } from 'next/headers';
import { isHttps } from './auth/cookie';
import { env } from './env';

/**
 * Where this portal is reached, for the addresses in QR codes. The configured address decides; the
 * demo has none, so what the browser asked for is taken, never for anything secret.
 */
export async function requestOrigin(): Promise<string> {
  const { APP_ORIGIN } = env();
  if (APP_ORIGIN) return new URL(APP_ORIGIN).origin;
  const asked = await headers();
  const host = asked.get('host') ?? 'localhost';
  return `${isHttps(asked) ? 'https' : 'http'}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
}
