// Answers of Next's that a person without script could not read or follow, put right on their way out.
import { plainPage, plainPolicy, wordsOf } from './pages.mjs';

const staleForm = 'x-nextjs-action-not-found';
const isPage = (value) => String(value).startsWith('text/html');

/** A form of an older build, sent without script: Next says so in English; the person gets our page. */
function replaceStale(request, response, requestId) {
  if (!response.getHeader(staleForm) || request.headers['next-action']) return undefined;
  const page = plainPage(409, requestId);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', plainPolicy);
  response.setHeader('Content-Length', Buffer.byteLength(page));
  response.statusCode = 409;
  return page;
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
export function explain(request, response, requestId) {
  const { setHeader, writeHead, write, end } = response;
  let page;
  let shell = false;

  response.setHeader = function set(name, value) {
    setHeader.call(this, name, value);
    if (name.toLowerCase() !== 'content-type' || !isPage(value) || this.statusCode < 400)
      return this;
    shell = true;
    // Uncompressed, or the place for the words could not be found; the compressor heeds this.
    const kept = String(this.getHeader('cache-control') ?? 'no-store');
    setHeader.call(this, 'Cache-Control', `${kept}, no-transform`);
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
  response.writeHead = function head(status, ...rest) {
    page ??= replaceStale(request, this, requestId);
    return writeHead.call(this, page ? 409 : followed(request, status), ...rest);
  };
  response.write = function some(chunk, ...rest) {
    return page ? true : write.call(this, worded(chunk), ...rest);
  };
  response.end = function last(chunk, ...rest) {
    if (!this.headersSent) page ??= replaceStale(request, this, requestId);
    if (page) return end.call(this, page);
    return end.call(this, typeof chunk === 'function' ? chunk : worded(chunk), ...rest);
  };
}
