// What every request passes before Next sees it, and every answer carries.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { runArrival } from '@/lib/arrival';
import { isFromUs, securityHeaders } from '@/lib/http/headers';
import { isHttpsBy } from '@/lib/http/https';
import { newRequestId } from '@/lib/request-id';
import { arrive } from './arrive';
import { beforeHead } from './before-head';
import { explain } from './explain';
import { type PlainStatus, plainLine, plainPage, plainPolicy } from './pages';
import { answerPage, forgetSharedPages } from './shared-pages';

export interface GuardOptions {
  /** The address that people type, without a slash; none in the demo. */
  origin?: string | undefined;
  /** Reverse proxies of ours in front. */
  trustedProxies?: number;
  /** Turns readiness off and lets connections go. */
  isDraining?: () => boolean;
  development?: boolean;
  /** What answers without Next (doors.ts): false when a request is none of its own. */
  doors?: (request: IncomingMessage, response: ServerResponse, path: string) => boolean;
}

/** What is refused before anything of ours is asked. */
type RefusedStatus = Extract<PlainStatus, number>;

const MAX_BODY = 1024 * 1024;
const MOST_SWALLOWED = 20 * MAX_BODY;
// Only an offering's questions and pictures and a correction's proof take files.
const withFiles =
  /^\/((services|me\/bookings)\/[0-9a-f-]{36}\/questions|me\/corrections\/[0-9a-f-]{36}|desk\/offerings\/[0-9a-f-]{36}\/(publicity|closing))(\?|$)/;
const MAX_WITH_FILES = 11 * MAX_BODY;
// GET forms with lists of boxes; everywhere else a name in an address is meant once.
const withLists = /^\/desk\/offerings\/[^/?]+\/conditions\/edit\?/;
// WeChat appends these to what is shared, again at each sharing; nothing that is shared reads them.
const appended = new Set(['from', 'isappinstalled']);
const readable = new Set(['GET', 'HEAD']);

/** Of whatever no page or file says more about. */
const basePolicy = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The caller's address: the socket's, or what the outermost of our own proxies saw. */
export function clientAddress(
  request: Pick<IncomingMessage, 'headers'> & { socket: Pick<Socket, 'remoteAddress'> },
  trustedProxies: number,
): string {
  const socket = request.socket.remoteAddress ?? '';
  if (!trustedProxies) return socket.replace(/^::ffff:/, '');
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',');
  return hops.at(-trustedProxies)?.trim() || socket;
}

// Next trusts these from anyone; only a proxy of ours may say them, and some nobody.
function cleanHeaders(request: IncomingMessage, requestId: string, trustedProxies: number): void {
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

function isWellFormed(url: string): boolean {
  if (!url.startsWith('/')) return false;
  const [path = '', query = ''] = url.split('?');
  try {
    const decoded = decodeURIComponent(path);
    const names = [...new URLSearchParams(query).keys()];
    const own = withLists.test(url) ? [] : names.filter((name) => !appended.has(name));
    if (new Set(own).size < own.length) return false;
    return !/[\0\\]/.test(decoded) && !/%00/i.test(url) && Boolean(new URL(url, 'http://host'));
  } catch {
    return false;
  }
}

/** The status with which `request` is refused, or nothing when it may go on. */
export function refusal(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  origin?: string,
): RefusedStatus | undefined {
  const { method = '', url = '', headers } = request;
  if (!readable.has(method) && method !== 'POST') return 405;
  if (!isWellFormed(url)) return 400;
  if (method !== 'POST') return undefined;
  // Next would answer 500 to a form whose parts cannot be told apart.
  if (/^multipart\/form-data(?!.*boundary=[^\s;])/i.test(headers['content-type'] ?? '')) return 400;
  if (headers['content-length'] === undefined) return 411;
  const most = withFiles.test(url) ? MAX_WITH_FILES : MAX_BODY;
  if (Number(headers['content-length']) > most) return 413;
  const sender = { origin: headers.origin ?? null, host: headers.host ?? null };
  return isFromUs(sender, origin ?? null) ? undefined : 403;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: RefusedStatus,
  requestId: string,
): void {
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

/** The handler of our server around Next's. */
export function guarded(handle: RequestListener, options: GuardOptions = {}): RequestListener {
  const { origin, trustedProxies = 0, isDraining = () => false, development = false } = options;
  const way = { origin: origin ?? null, trustedProxies };
  return (request, response) => {
    const requestId = newRequestId();
    const { url = '' } = request;
    const at = url.indexOf('?');
    const path = at < 0 ? url : url.slice(0, at);
    const forwarded = request.headers['x-forwarded-proto'];
    const https = isHttpsBy(way, forwarded === undefined ? null : String(forwarded));
    response.setHeader('X-Request-Id', requestId);
    response.setHeader('Content-Security-Policy', basePolicy);
    for (const [name, value] of securityHeaders(path, https)) response.setHeader(name, value);
    if (isDraining()) {
      response.setHeader('Connection', 'close');
      if (path === '/api/ready') return refuse(request, response, 503, requestId);
    }
    const status = refusal(request, origin);
    if (status) return refuse(request, response, status, requestId);
    cleanHeaders(request, requestId, trustedProxies);
    if (!arrive(request, response, { path, https, development })) return;
    const arrival = { began: performance.now(), busy: false, request, known: new Map() };
    runArrival(arrival, () => {
      if (options.doors?.(request, response, path)) return;
      explain(request, response, requestId, arrival);
      if (request.method === 'POST') beforeHead(response, forgetSharedPages);
      void answerPage(handle, request, response, { path, https });
    });
  };
}

/** Answers what Node could not parse as HTTP at all. */
export function onClientError(error: NodeJS.ErrnoException, socket: Socket, origin?: string): void {
  if (!socket.writable) return void socket.destroy();
  const known: Record<string, PlainStatus> = {
    HPE_HEADER_OVERFLOW: 431,
    ERR_HTTP_REQUEST_TIMEOUT: 408,
  };
  const status = known[error.code ?? ''] ?? 400;
  const body = plainPage(status, newRequestId());
  const lines = Object.entries({
    ...Object.fromEntries(securityHeaders('/', Boolean(origin?.startsWith('https:')))),
    'Content-Security-Policy': plainPolicy,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`);
}
