import 'server-only';
import { headers } from 'next/headers';
import { env } from '../env';
import { isHttps } from './https';

/**
 * Where people reach us, without a trailing slash, for links inside QR codes, messages and calendars:
 * the configured address (X08). Only the demo may have none, and believes the Host header.
 */
export async function publicOrigin(): Promise<string> {
  const { APP_ORIGIN } = env();
  if (APP_ORIGIN) return new URL(APP_ORIGIN).origin;
  const asked = await headers();
  const host = asked.get('host') ?? 'localhost';
  return `${isHttps(asked) ? 'https' : 'http'}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
}
