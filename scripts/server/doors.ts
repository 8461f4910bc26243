// Handlers that need no page, answered without Next: what everybody asks for in the opening minute and at
// the door of a class, and what a balancer asks. The handlers are those of app/api, unchanged.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { POST as bookPlace } from '@/app/api/bookings/route';
import { POST as syncCheckIns } from '@/app/api/desk/check-ins/route';
import { GET as health } from '@/app/api/health/route';
import { GET as ready } from '@/app/api/ready/route';
import { GET as placesLeft } from '@/app/api/services/[id]/places/route';
import { currentArrival } from '@/lib/arrival';
import type { Asked, JsonHandler, PlainAnswer } from '@/lib/forms/json-route';
import { noteFailure } from '@/lib/http/request-failure';
import { one } from '@/lib/one';
import { plainPage, RETRY_SECONDS } from './pages';

type Handler = ((
  request: Asked,
  context: { params: Promise<{ id: string }> },
) => Response | Promise<Response>) &
  Partial<Pick<JsonHandler, 'plain'>>;

interface Door {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly handler: Handler;
}

const doors: readonly Door[] = [
  { method: 'POST', path: /^\/api\/bookings$/, handler: bookPlace },
  { method: 'GET', path: /^\/api\/services\/([^/]+)\/places$/, handler: placesLeft },
  { method: 'POST', path: /^\/api\/desk\/check-ins$/, handler: syncCheckIns },
  { method: 'GET', path: /^\/api\/health$/, handler: health },
  { method: 'GET', path: /^\/api\/ready$/, handler: ready },
];

/** The body as the web's `Request.text` reads it. Rejects when the sender goes away before its end. */
function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => resolve(new TextDecoder().decode(Buffer.concat(parts))));
    request.on('error', reject);
  });
}

const asked = (request: IncomingMessage): Asked => ({
  headers: {
    get: (name) => one(request.headers[name.toLowerCase()]) ?? null,
  },
  text: () => bodyOf(request),
});

function give(request: IncomingMessage, response: ServerResponse, answer: PlainAnswer): void {
  const { status, headers, body } = answer;
  const isBusy = currentArrival()?.busy && (status < 300 || status >= 500);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (isBusy) response.setHeader('Retry-After', RETRY_SECONDS);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.writeHead(isBusy ? 503 : status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What the handler answers; a web `Response` is made only where Next wants one. */
async function answerOf(handler: Handler, request: Asked, id: string): Promise<PlainAnswer> {
  if (handler.plain) return handler.plain(request);
  const answer = await handler(request, { params: Promise.resolve({ id }) });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: await answer.text(),
  };
}

async function run(
  { handler, path: { source: route } }: Door,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  try {
    give(request, response, await answerOf(handler, asked(request), id));
  } catch (error) {
    // Whoever sent half a request and left hears no answer.
    if (request.destroyed && !request.complete) return;
    const requestId = one(request.headers['x-request-id']);
    await noteFailure(error, { requestId, route, method: request.method ?? '' });
    const status = currentArrival()?.busy ? 'busy' : 500;
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    give(request, response, { status: 500, headers, body: plainPage(status, requestId ?? '') });
  }
}

/** Answers a request of one of the doors; false when it is none of theirs, and Next is asked. */
export function answerAtDoor(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): boolean {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  for (const door of doors) {
    const found = door.method === method && door.path.exec(path);
    if (!found) continue;
    void run(door, request, response, decodeURIComponent(found[1] ?? ''));
    return true;
  }
  return false;
}
