import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { cookieNames } from '@/lib/auth/cookie';
import { newToken } from '@/lib/crypto/token';
import { configuredOrigin } from '@/lib/http/configured-origin';
import {
  answerPolicy,
  isFromUs,
  needsBrowserMark,
  refusedPage,
  securityHeaders,
} from '@/lib/http/headers';
import { isHttps } from '@/lib/http/https';
import { MAY_WRITE, newRequestId } from '@/lib/request-id';
import { withoutNumbers } from '@/lib/search';

/** Browsers keep a cookie 400 days at most; after that a browser is new to its account. */
const MARK_SECONDS = 400 * 86_400;

function refused(requestId: string): NextResponse {
  return new NextResponse(refusedPage(requestId), {
    status: 403,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** To the same page without the numbers of people in its address, before anything keeps it. */
function cleanAddress({ method, nextUrl }: NextRequest): NextResponse | null {
  const query = method === 'GET' || method === 'HEAD' ? withoutNumbers(nextUrl.searchParams) : null;
  if (!query) return null;
  const clean = nextUrl.clone();
  clean.search = String(query);
  return NextResponse.redirect(clean, 303);
}

/** Sets headers, the nonce and the browser's mark. It authorises nothing (security.md §1.9). */
export function proxy(request: NextRequest): NextResponse {
  const { headers, method, nextUrl, cookies } = request;
  const path = nextUrl.pathname;
  const https = isHttps(headers);
  const names = cookieNames(https);
  const requestId = headers.get('x-request-id') ?? newRequestId();
  const nonce = randomBytes(16).toString('base64');
  const policy = answerPolicy(nonce, process.env.NODE_ENV === 'development', path);

  const inner = new Headers(headers);
  inner.set('x-request-id', requestId);
  inner.set('content-security-policy', policy);
  inner.set('x-page', path);
  // Coming back from another sign-in is a GET by its protocol, and makes a session.
  const asks = (method === 'GET' || method === 'HEAD') && !path.startsWith('/api/auth/');
  inner.set(MAY_WRITE, asks ? '0' : '1');
  const mark = needsBrowserMark(path) && !cookies.has(names.browser) ? newToken() : null;
  if (mark) {
    const sent = headers.get('cookie');
    inner.set('cookie', `${sent ? `${sent}; ` : ''}${names.browser}=${mark}`);
  }

  const sender = { origin: headers.get('origin'), host: headers.get('host') };
  const ours = method === 'GET' || method === 'HEAD' || isFromUs(sender, configuredOrigin());
  const through = () => NextResponse.next({ request: { headers: inner } });
  const response = ours ? (cleanAddress(request) ?? through()) : refused(requestId);

  for (const [name, value] of securityHeaders(path, https)) response.headers.set(name, value);
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Request-Id', requestId);
  if (cookies.has(names.session)) response.headers.set('Cache-Control', 'private, no-store');
  // On a shared computer, Back after signing out must not show the pages of before (A25).
  if (path === '/signed-out') response.headers.set('Clear-Site-Data', '"cache"');
  if (mark) {
    const options = { httpOnly: true, secure: https, sameSite: 'lax', path: '/' } as const;
    const maxAge = MARK_SECONDS;
    response.cookies.set(names.browser, mark, { ...options, maxAge });
  }
  return response;
}

export const config = {
  matcher: '/((?!_next/|favicon.ico|mark.svg|manifest.webmanifest).*)',
};
