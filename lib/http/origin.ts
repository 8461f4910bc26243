import 'server-only';
import { headers } from 'next/headers';
import { configuredOrigin } from './configured-origin';
import { isHttps } from './https';

/**
 * Where people reach us, without a trailing slash, for links inside QR codes, messages and calendars:
 * the configured address (X08). Only the demo may have none, and believes the Host header.
 */
export async function publicOrigin(): Promise<string> {
  const configured = configuredOrigin();
  if (configured) return configured;
  const asked = await headers();
  const host = asked.get('host') ?? 'localhost';
  return `${isHttps(asked) ? 'https' : 'http'}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
}
