// Pages that are the same for every stranger, rendered at most once a second and shared: they come by the
// thousand when an article links to a class. Rendered for nobody: no cookie of theirs, no address, no
// browser reaches the page, so nothing of one can reach another.
import { type IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { cookieNames } from '@/lib/auth/cookie';
import { cookiesOf } from '@/lib/http/cookie-header';
import { SEAL } from '@/lib/search';

/** What declares itself public; what a page does with its query is the same for all as well. */
const shared =
  /^\/(services(\/[0-9a-f-]{36})?|draws\/[0-9a-f-]{36}(\/(list|verify))?|help(\/[a-z-]+)?|guide\/join|privacy|terms|accessibility)?$/;
/** 显示设置: all that a page shows differently to strangers. */
const display = ['size', 'contrast'] as const;
/** What else the server that renders has to know of a request. */
const needed = [
  'host',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-request-id',
  'x-page',
  'x-may-write',
  'content-security-policy',
];
/** WeChat appends these to what is shared; no page reads them. */
const appended = ['from', 'isappinstalled'];

const LIFE_MS = 1000;
const MOST_PAGES = 200;
const compress = promisify(gzip);
/** Of the connection, not of the page; and a preload names the nonce, which the page itself does as well. */
const ofConnection = new Set(['connection', 'date', 'keep-alive', 'link', 'transfer-encoding']);

const nonceOf = ({ headers }: IncomingMessage): string =>
  /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';

/** What stands in a page of the very request: its nonce, and the number that a person may quote. */
const marksOf = (request: IncomingMessage): string[] => [
  nonceOf(request),
  String(request.headers['x-request-id']),
];

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

interface Page {
  readonly status: number;
  readonly head: readonly (readonly [string, string | number | readonly string[]])[];
  /** The body, every second piece of it a mark (`marksOf`) of the request it was rendered for. */
  readonly pieces: readonly string[];
  readonly marks: readonly string[];
  /** Whether others may be given it: no cookie, no key of a form, nothing that went wrong. */
  readonly isForAll: boolean;
}

const rendered = new Map<string, { readonly until: number; readonly page: Promise<Page> }>();

/** Whoever changed something sees it: the next page is rendered anew. */
export const forgetSharedPages = (): void => rendered.clear();

/** The address and display settings that decide what is on the page; null when this request is not shared. */
function askedFor(request: IncomingMessage, path: string, https: boolean) {
  const { method, headers, url = '' } = request;
  // Scripts of ours ask for parts of a page, and a HEAD for none.
  if (method !== 'GET' || headers.rsc || !shared.test(path)) return null;
  const query = new URLSearchParams(url.slice(path.length));
  for (const name of appended) query.delete(name);
  // Sealed words open for one browser alone.
  if ([...query.values()].some((value) => value.startsWith(SEAL))) return null;
  const cookies = cookiesOf(headers.cookie);
  const { session, form } = cookieNames(https);
  if (cookies.has(session) || cookies.has(form)) return null;
  const chosen = display.flatMap((name) => {
    const value = cookies.get(name);
    return value && /^[a-z]{1,10}$/.test(value) ? [`${name}=${value}`] : [];
  });
  const address = query.size > 0 ? `${path}?${query}` : path;
  const host = [headers.host, headers['x-forwarded-host'], https];
  return { key: [...host, address, ...chosen].join('\n'), address, cookie: chosen.join('; ') };
}

/** The request without the person: address, display settings and what the server itself says. */
function withoutPerson(
  request: IncomingMessage,
  { address, cookie }: { address: string; cookie: string },
): IncomingMessage {
  const headers: IncomingMessage['headers'] = { ...(cookie && { cookie }) };
  for (const name of needed) {
    const value = request.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  return Object.create(request, {
    url: { value: address, writable: true },
    headers: { value: headers, writable: true },
    rawHeaders: { value: Object.entries(headers).flat() },
  });
}

/** An answer that is written into memory, and what becomes of it. */
function inMemory(request: IncomingMessage) {
  const response = new ServerResponse(request);
  const written: Buffer[] = [];
  const take = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) written.push(Buffer.from(chunk));
  };
  const ended = new Promise<string>((resolve, reject) => {
    Object.assign(response, {
      writeHead(status: number, ...rest: unknown[]) {
        response.statusCode = status;
        for (const [name, value] of Object.entries(rest.at(-1) ?? {}))
          response.setHeader(name, value);
        return response;
      },
      write(chunk: unknown, ...rest: unknown[]) {
        take(chunk);
        for (const done of rest) if (typeof done === 'function') queueMicrotask(() => done());
        return true;
      },
      end(chunk?: unknown) {
        take(chunk);
        resolve(Buffer.concat(written).toString('utf8'));
        response.emit('finish');
        response.emit('close');
        return response;
      },
      destroy(error?: Error) {
        reject(error ?? new Error('the page broke off'));
        response.emit('close');
        return response;
      },
    });
  });
  return { response, ended };
}

type Handle = (...asked: Parameters<RequestListener>) => unknown;

async function render(handle: Handle, request: IncomingMessage): Promise<Page> {
  const { response, ended } = inMemory(request);
  await handle(request, response);
  const body = await ended;
  const marks = marksOf(request);
  const head = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined || ofConnection.has(name) ? [] : [[name, value] as const],
  );
  return {
    status: response.statusCode,
    head,
    pieces: body.split(new RegExp(`(${marks.map(literal).join('|')})`)),
    marks,
    isForAll:
      response.statusCode === 200 &&
      !response.hasHeader('set-cookie') &&
      !body.includes('idempotencyKey'),
  };
}

async function give(request: IncomingMessage, response: ServerResponse, page: Page): Promise<void> {
  const own = marksOf(request);
  const body = page.pieces
    .map((piece, n) => (n % 2 === 0 ? piece : (own[page.marks.indexOf(piece)] ?? '')))
    .join('');
  response.statusCode = page.status;
  for (const [name, value] of page.head) response.setHeader(name, value);
  // What went wrong gets its words on the way out (explain.ts), and so another length.
  if (page.status !== 200) return void response.end(body);
  const zips = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const bytes = zips ? await compress(body, { level: 4 }) : Buffer.from(body);
  if (zips) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}

/** One page for all who ask within a second; `isOwn` for the one whose request rendered it. */
function pageOf(key: string, render: () => Promise<Page>): { page: Promise<Page>; isOwn: boolean } {
  const now = performance.now();
  const known = rendered.get(key);
  if (known && known.until > now) return { page: known.page, isOwn: false };
  for (const [other, { until }] of rendered)
    if (until <= now || rendered.size >= MOST_PAGES) rendered.delete(other);
  const page = render();
  rendered.set(key, { until: now + LIFE_MS, page });
  return { page, isOwn: true };
}

/**
 * Answers with the page that all strangers share, or asks Next for one of the person's own. Each answer has
 * a nonce of its own, and the cookies that the server around Next sets on it.
 */
export async function answerPage(
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
  { path, https }: { path: string; https: boolean },
): Promise<void> {
  const asked = askedFor(request, path, https);
  if (!asked) return void handle(request, response);
  const nobody = () => render(handle, withoutPerson(request, asked));
  const { page, isOwn } = pageOf(asked.key, nobody);
  // What broke off for one is tried again for each.
  const found = await page.catch(() => null);
  if (found && (isOwn || found.isForAll)) return give(request, response, found);
  handle(request, response);
}
