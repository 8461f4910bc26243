// Answers of Next's that a person could not read or follow, put right on their way out.
import { plainLine, plainPage, plainPolicy, wordsOf } from './pages.mjs';

const staleForm = 'x-nextjs-action-not-found';
const RETRY_SECONDS = '5';
const isPage = (value) => String(value).startsWith('text/html');

function replace(response, status, body, type = 'text/html; charset=utf-8') {
  response.removeHeader('Content-Encoding');
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Security-Policy', plainPolicy);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.setHeader('Cache-Control', 'no-store');
  response.statusCode = status;
  return body;
}

/** A form of an older build, sent without script: Next says so in English; the person gets our page. */
function replaceStale(request, response, requestId) {
  if (!response.getHeader(staleForm) || request.headers['next-action']) return undefined;
  return replace(response, 409, plainPage(409, requestId));
}

/**
 * Who waited too long gets 503 and when to come again, whatever Next made of it. An answer that has its
 * own words (a form with what was typed, JSON) keeps them; one that failed is replaced by a page of ours.
 */
function replaceBusy(request, response, requestId) {
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

/**
 * A page that sends on, drawn as the answer to a form without script: 307 would send the form there as
 * well, to a page that knows nothing of it.
 */
const followed = (request, status) =>
  status === 307 && request.method === 'POST' && !request.headers['next-action'] ? 303 : status;

/**
 * Watches one answer. A page of Next's that is an error (404, 403, 500) is an empty shell until its
 * script draws it: the words are put into the shell, and the script replaces them.
 */
export function explain(request, response, requestId, arrival = {}) {
  const { setHeader, writeHead, write, end } = response;
  let page;
  let shell = false;

  response.setHeader = function set(name, value) {
    setHeader.call(this, name, value);
    if (name.toLowerCase() !== 'content-type' || !isPage(value) || this.statusCode < 400)
      return this;
    shell = true;
    // Uncompressed, or the place for the words could not be found; the compressor heeds this.
    const cacheControl = String(this.getHeader('cache-control') ?? 'no-store');
    setHeader.call(this, 'Cache-Control', `${cacheControl}, no-transform`);
    return this;
  };
  const worded = (chunk) => {
    if (!shell || !chunk) return chunk;
    const html = chunk.toString();
    const at = html.includes('id="__next_error__"') ? html.indexOf('<body>') : -1;
    shell = false;
    if (at < 0) return chunk;
    const words = wordsOf(response.statusCode, requestId);
    return `${html.slice(0, at + 6)}${words}${html.slice(at + 6)}`;
  };
  const replaced = (answer) => {
    if (page !== undefined) return;
    page = replaceStale(request, answer, requestId);
    const spoiled = answer.statusCode < 300 || answer.statusCode >= 500;
    if (arrival.busy && spoiled) page = replaceBusy(request, answer, requestId);
  };
  response.writeHead = function head(status, ...rest) {
    this.statusCode = status;
    replaced(this);
    return writeHead.call(this, followed(request, this.statusCode), ...rest);
  };
  response.write = function some(chunk, ...rest) {
    if (!this.headersSent) replaced(this);
    return page ? true : write.call(this, worded(chunk), ...rest);
  };
  response.end = function last(chunk, ...rest) {
    if (!this.headersSent) replaced(this);
    if (page) return end.call(this, page);
    return end.call(this, typeof chunk === 'function' ? chunk : worded(chunk), ...rest);
  };
}
