import 'server-only';
import { env } from '../env';

type Headers = Pick<globalThis.Headers, 'get'>;

/**
 * Whether people reach us over https. The public address decides; without one (demo) only a
 * reverse proxy that we were told about may say so, since anybody can send the header.
 */
export function isHttps(of: Headers): boolean {
  const { APP_ORIGIN, TRUSTED_PROXIES } = env();
  if (APP_ORIGIN) return APP_ORIGIN.startsWith('https:');
  return TRUSTED_PROXIES > 0 && of.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
}
