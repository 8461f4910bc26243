// What every request passes before Next sees it, and every answer carries.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { explain } from './explain.mjs';
import { plainLine, plainPage, plainPolicy } from './pages.mjs';

// Read by lib/arrival.ts: how long the request has been here, and whether it was told 系统繁忙.
globalThis.lianxinArrivals ??= new AsyncLocalStorage();

const MAX_BODY = 1024 * 1024;
const MOST_SWALLOWED = 20 * MAX_BODY;
// Only an offering's questions and a correction's proof take files: two of five megabytes at most.
const withFiles =
  /^\/((services|me\/bookings)\/[0-9a-f-]{36}\/questions|me\/corrections\/[0-9a-f-]{36})(\?|$)/;
const MAX_WITH_FILES = 11 * MAX_BODY;
// GET forms with lists of boxes; everywhere else a name in an address is meant once.
const withLists = /^\/desk\/(bulk|offerings\/[^/?]+\/conditions\/edit)\?/;
// WeChat appends these to what is shared, again at each sharing; nothing that is shared reads them.
const appended = new Set(['from', 'isappinstalled']);
const readable = new Set(['GET', 'HEAD']);

// One list with proxy.ts, which adds the camera of the check-in desk (lib/http/headers.ts).
const list = new URL('../../lib/http/security-headers.json', import.meta.url);
const { always, overHttps } = JSON.parse(fs.readFileSync(list, 'utf8'));

const headers = {
  ...always,
  // proxy.ts replaces it on pages with the one that carries the nonce.
  'Content-Security-Policy': "object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
};

export function securityHeaders(origin) {
  return { ...headers, ...(origin?.startsWith('https:') && overHttps) };
}

/** The caller's address: the socket's, or what the outermost of our own proxies saw. */
export function clientAddress(request, trustedProxies) {
  const socket = request.socket.remoteAddress ?? '';
  if (!trustedProxies) return socket.replace(/^::ffff:/, '');
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',');
  return hops.at(-trustedProxies)?.trim() || socket;
}

// Next trusts these from anyone; only a proxy of ours may say them, and some nobody.
function cleanHeaders(request, requestId, trustedProxies) {
  const address = clientAddress(request, trustedProxies);
  for (const name of Object.keys(request.headers)) {
    const forged = name.startsWith('x-middleware-') || name === 'x-real-ip';
    const forwarded = name.startsWith('x-forwarded-') && !trustedProxies;
    if (forged || forwarded) delete request.headers[name];
  }
  if (request.method !== 'POST') delete request.headers['next-action'];
  request.headers['x-real-ip'] = address;
  request.headers['x-request-id'] = requestId;
}

function isWellFormed(url) {
  if (!url.startsWith('/')) return false;
  try {
    const decoded = decodeURIComponent(url.split('?')[0]);
    const names = [...new URLSearchParams(url.split('?')[1] ?? '').keys()];
    const own = withLists.test(url) ? [] : names.filter((name) => !appended.has(name));
    if (new Set(own).size < own.length) return false;
    return !/[\0\\]/.test(decoded) && !/%00/i.test(url) && Boolean(new URL(url, 'http://host'));
  } catch {
    return false;
  }
}

function comesFromUs(request, origin) {
  const said = request.headers.origin;
  if (!said) return false;
  if (origin && said === origin) return true;
  return said === `http://${request.headers.host}` || said === `https://${request.headers.host}`;
}

/** The status with which `request` is refused, or nothing when it may go on. */
export function refusal(request, origin) {
  const { method } = request;
  if (!readable.has(method) && method !== 'POST') return 405;
  if (!isWellFormed(request.url ?? '')) return 400;
  if (method !== 'POST') return undefined;
  // Next would answer 500 to a form whose parts cannot be told apart.
  if (/^multipart\/form-data(?!.*boundary=[^\s;])/i.test(request.headers['content-type'] ?? ''))
    return 400;
  if (request.headers['content-length'] === undefined) return 411;
  const most = withFiles.test(request.url) ? MAX_WITH_FILES : MAX_BODY;
  if (Number(request.headers['content-length']) > most) return 413;
  return comesFromUs(request, origin) ? undefined : 403;
}

function refuse(request, response, status, requestId) {
  // A script shows this very line beside the form it sent; Next knows the type by this exact name.
  const byScript = Boolean(request.headers['next-action']);
  const body = byScript ? plainLine(status, requestId) : plainPage(status, requestId);
  const answer = () => {
    response.writeHead(status, {
      'Content-Type': byScript ? 'text/plain' : 'text/html; charset=utf-8',
      'Content-Security-Policy': plainPolicy,
      'Cache-Control': 'no-store',
      Connection: 'close',
      ...(status === 405 && { Allow: 'GET, HEAD, POST' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  // Swallowed to its end, within reason: a browser that is cut off while sending shows no page at all.
  request.resume();
  if (status === 413 && Number(request.headers['content-length']) <= MOST_SWALLOWED) {
    request.once('end', answer);
  } else answer();
}

/** Wraps Next's handler. `isDraining` turns readiness off and lets connections go. */
export function guarded(handle, { origin, trustedProxies = 0, isDraining = () => false } = {}) {
  const always = Object.entries(securityHeaders(origin));
  return (request, response) => {
    const requestId = randomUUID().slice(0, 8).toUpperCase();
    response.setHeader('X-Request-Id', requestId);
    for (const [name, value] of always) response.setHeader(name, value);
    if (isDraining()) {
      response.setHeader('Connection', 'close');
      if (request.url === '/api/ready') return refuse(request, response, 503, requestId);
    }
    const status = refusal(request, origin);
    if (status) return refuse(request, response, status, requestId);
    cleanHeaders(request, requestId, trustedProxies);
    const arrival = { began: performance.now(), busy: false };
    explain(request, response, requestId, arrival);
    return globalThis.lianxinArrivals.run(arrival, () => handle(request, response));
  };
}

/** Answers what Node could not parse as HTTP at all. */
export function onClientError(error, socket, origin) {
  if (!socket.writable) return socket.destroy();
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code] ?? 400;
  const body = plainPage(status, randomUUID().slice(0, 8).toUpperCase());
  const lines = Object.entries({
    ...securityHeaders(origin),
    'Content-Security-Policy': plainPolicy,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`);
}
