// What every request is given before a page or a handler sees it, and its answer on the way out.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieNames } from '@/lib/auth/cookie';
import { newToken } from '@/lib/crypto/token';
import { cookiesOf } from '@/lib/http/cookie-header';
import { answerPolicy, needsBrowserMark } from '@/lib/http/headers';
import { MAY_WRITE } from '@/lib/request-id';
import { withoutNumbers } from '@/lib/search';
import { beforeHead } from './before-head';

/** Browsers keep a cookie 400 days at most; after that a browser is new to its account. */
const MARK_SECONDS = 400 * 86_400;

/** Files of the build and the browser's own: nothing of them depends on who asks. */
const files = /^\/(_next\/|favicon\.ico$|mark\.svg$|manifest\.webmanifest$)/;

const readable = new Set(['GET', 'HEAD']);

/** The browser's own mark, which codes are bound to: on the request at once, in the browser from now on. */
function markBrowser(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  https: boolean,
) {
  const mark = newToken();
  const sent = request.headers.cookie;
  request.headers.cookie = `${sent ? `${sent}; ` : ''}${name}=${mark}`;
  const secure = https ? '; Secure' : '';
  const cookie = `${name}=${mark}; Path=/; Max-Age=${MARK_SECONDS}${secure}; HttpOnly; SameSite=lax`;
  // At the last moment: Next may have set some itself by then.
  beforeHead(response, () => response.appendHeader('Set-Cookie', cookie));
}

/** The same address without the numbers of people in it, before anything keeps it; null when it has none. */
function cleanAddress(path: string, url: string): string | null {
  const at = url.indexOf('?');
  const query = at < 0 ? null : withoutNumbers(new URLSearchParams(url.slice(at + 1)));
  return query && (query.size > 0 ? `${path}?${query}` : path);
}

/**
 * Sets the nonce and what else the answer carries, marks the browser, and says whether the request may
 * write. It authorises nothing (security.md §1.9).
 * @returns false when the request is answered already: sent on to its address without numbers
 */
export function arrive(
  request: IncomingMessage,
  response: ServerResponse,
  { path, https, development }: { path: string; https: boolean; development: boolean },
): boolean {
  const { headers } = request;
  const reads = readable.has(request.method ?? '');
  const policy = answerPolicy(randomBytes(16).toString('base64'), development, path);
  // Next takes the nonce of its scripts from here.
  headers['content-security-policy'] = policy;
  headers['x-page'] = path;
  // Coming back from another sign-in is a GET by its protocol, and makes a session.
  headers[MAY_WRITE] = reads && !path.startsWith('/api/auth/') ? '0' : '1';
  if (files.test(path)) return true;
  response.setHeader('Content-Security-Policy', policy);
  const names = cookieNames(https);
  const cookies = cookiesOf(headers.cookie);
  if (cookies.has(names.session)) response.setHeader('Cache-Control', 'private, no-store');
  // On a shared computer, Back after signing out must not show the pages of before (A25).
  if (path === '/signed-out') response.setHeader('Clear-Site-Data', '"cache"');
  if (needsBrowserMark(path) && !cookies.has(names.browser))
    markBrowser(request, response, names.browser, https);

  const clean = reads ? cleanAddress(path, request.url ?? '') : null;
  if (clean === null) return true;
  response.writeHead(303, { Location: clean }).end();
  return false;
}
