import 'server-only';
import { env } from '../env';

/** The address that the deployer gave, scheme and host without a slash; null in a demo that has none. */
export function configuredOrigin(): string | null {
  const { APP_ORIGIN } = env();
  return APP_ORIGIN ? new URL(APP_ORIGIN).origin : null;
}
