import 'server-only';
import { env } from '../env';

const TIMEOUT_MS = 5_000;

/**
 * One call to an identity provider, within five seconds. Redirects are refused: what it says is
 * believed because of whom we asked. Plain http is for the demo alone.
 * @throws on a timeout, a redirect, and an address without https
 */
export const fetchProvider: typeof fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (!env().demo && !url.startsWith('https:')) throw new Error('a provider without https');
  return fetch(input, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
};
