import 'server-only';
import { env } from '../env';
import { configuredOrigin } from './configured-origin';

type Headers = Pick<globalThis.Headers, 'get'>;

/** What the deployer says of the way here. */
interface Way {
  /** The address that people type; null in a demo that has none. */
  origin: string | null;
  /** Reverse proxies of ours in front. */
  trustedProxies: number;
}

/**
 * Whether people reach us over https. The public address decides; without one (demo) only a
 * reverse proxy that we were told about may say so, since anybody can send the header.
 */
export const isHttpsBy = ({ origin, trustedProxies }: Way, forwardedProto: string | null) =>
  origin
    ? origin.startsWith('https:')
    : trustedProxies > 0 && forwardedProto?.split(',')[0]?.trim() === 'https';

/** Whether this request came over https. */
export const isHttps = (of: Headers): boolean =>
  isHttpsBy(
    { origin: configuredOrigin(), trustedProxies: env().TRUSTED_PROXIES },
    of.get('x-forwarded-proto'),
  );
