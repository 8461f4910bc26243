// Answers of Next's that a person could not read or follow, put right on their way out.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainLine, plainPage, plainPolicy, RETRY_SECONDS, wordsOf } from './pages';

const staleForm = 'x-nextjs-action-not-found';
const isPage = (value: unknown) => String(value).startsWith('text/html');

function replace(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/html; charset=utf-8',
): string {
  response.removeHeader('Content-Encoding');
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Security-Policy', plainPolicy);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.setHeader('Cache-Control', 'no-store');
  response.statusCode = status;
  return body;
}

/** A form of an older build, sent without script: Next says so in English; the person gets our page. */
function replaceStale(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): string | undefined {
  if (!response.getHeader(staleForm) || request.headers['next-action']) return undefined;
  return replace(response, 409, plainPage(409, requestId));
}

/**
 * Who waited too long gets 503 and when to come again, whatever Next made of it. An answer that has its
 * own words (a form with what was typed, JSON) keeps them; one that failed is replaced by a page of ours.
 */
function replaceBusy(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): string | undefined {
  const failed = response.statusCode === 500;
  response.statusCode = 503;
  response.setHeader('Retry-After', RETRY_SECONDS);
  if (!failed) return undefined;
  // Next's script shows a line of exactly this type beside the form that it sent.
  if (request.headers['next-action'])
    return replace(response, 503, plainLine('busyForm', requestId), 'text/plain');
  return replace(
    response,
    503,
    plainPage(request.method === 'POST' ? 'busyForm' : 'busy', requestId),
  );
}

/** A form that did not arrive whole is the sender's to send again, and no error of ours. */
function replaceUnreadable(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): string {
  return request.headers['next-action']
    ? replace(response, 400, plainLine(411, requestId), 'text/plain')
    : replace(response, 400, plainPage(411, requestId));
}

/**
 * A page that sends on, drawn as the answer to a form without script: 307 would send the form there as
 * well, to a page that knows nothing of it.
 */
const followed = (request: IncomingMessage, status: number) =>
  status === 307 && request.method === 'POST' && !request.headers['next-action'] ? 303 : status;

/**
 * Watches one answer. A page of Next's that is an error (404, 403, 500) is an empty shell until its
 * script draws it: the words are put into the shell, and the script replaces them.
 */
export function explain(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  arrival: { busy: boolean; unreadable?: boolean },
): void {
  const { setHeader, writeHead, write, end } = response;
  let page: string | undefined;
  let shell = false;

  response.setHeader = function set(this: ServerResponse, name, value) {
    setHeader.call(this, name, value);
    if (name.toLowerCase() !== 'content-type' || !isPage(value) || this.statusCode < 400)
      return this;
    shell = true;
    // Uncompressed, or the place for the words could not be found; the compressor heeds this.
    const cacheControl = String(this.getHeader('cache-control') ?? 'no-store');
    setHeader.call(this, 'Cache-Control', `${cacheControl}, no-transform`);
    return this;
  };
  const worded = (chunk: unknown): unknown => {
    if (!shell || !chunk) return chunk;
    const html = String(chunk);
    const at = html.includes('id="__next_error__"') ? html.indexOf('<body>') : -1;
    shell = false;
    if (at < 0) return chunk;
    const words = wordsOf(response.statusCode, requestId);
    return `${html.slice(0, at + 6)}${words}${html.slice(at + 6)}`;
  };
  const replaced = (answer: ServerResponse): void => {
    if (page !== undefined) return;
    page = replaceStale(request, answer, requestId);
    const spoiled = answer.statusCode < 300 || answer.statusCode >= 500;
    if (arrival.unreadable && answer.statusCode === 500)
      page = replaceUnreadable(request, answer, requestId);
    if (arrival.busy && spoiled) page = replaceBusy(request, answer, requestId);
  };
  const patched = {
    writeHead(this: ServerResponse, status: number, ...rest: unknown[]) {
      this.statusCode = status;
      replaced(this);
      return Reflect.apply(writeHead, this, [followed(request, this.statusCode), ...rest]);
    },
    write(this: ServerResponse, chunk: unknown, ...rest: unknown[]): boolean {
      if (!this.headersSent) replaced(this);
      return page ? true : Reflect.apply(write, this, [worded(chunk), ...rest]);
    },
    end(this: ServerResponse, chunk?: unknown, ...rest: unknown[]) {
      if (!this.headersSent) replaced(this);
      if (page) return Reflect.apply(end, this, [page]);
      const last = typeof chunk === 'function' ? chunk : worded(chunk);
      return Reflect.apply(end, this, [last, ...rest]);
    },
  };
  Object.assign(response, patched);
}
