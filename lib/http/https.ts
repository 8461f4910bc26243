import 'server-only';
import { env } from '../env';
import { configuredOrigin } from './configured-origin';

type Headers = Pick<globalThis.Headers, 'get'>;

/**
 * Whether people reach us over https. The public address decides; without one (demo) only a
 * reverse proxy that we were told about may say so, since anybody can send the header.
 */
export function isHttps(of: Headers): boolean {
  const origin = configuredOrigin();
  if (origin) return origin.startsWith('https:');
  return (
    env().TRUSTED_PROXIES > 0 && of.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  );
}
