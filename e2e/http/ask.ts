import http from 'node:http';
import { server } from '../demo';

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
  /** Path and query of a redirect, whatever the host. */
  readonly to: string;
}

export interface Question {
  method?: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Another server than the journeys' own. */
  port?: number;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 24 });

/** Between the parts of a form. Long: Node looks for it in the values, too, and a short one stands in a key by chance. */
export const boundary = 'lianxin-between-parts-6a1f5c8d';

export const origin = (): string => `http://127.0.0.1:${server().port}`;

/** One request as it is, nothing normalised on the way: paths, headers and bodies may be as odd as they like. */
export function ask(path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', cookie, headers = {}, body, port = Number(server().port) } = question;
  const sent: Record<string, string> = { host: `127.0.0.1:${port}`, ...headers };
  if (cookie) sent.cookie = cookie;
  if (body !== undefined) sent['content-length'] = String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, path, method, headers: sent, agent },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const location = response.headers.location ?? '';
          const target = location && new URL(location, origin());
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
            bytes: Buffer.concat(parts),
            to: target ? target.pathname + target.search : '',
          });
        });
      },
    );
    request.setTimeout(20_000, () => request.destroy(new Error(`no answer: ${method} ${path}`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** A form of ours as a browser without script posts it. */
export const postForm = (path: string, fields: Record<string, string>, cookie?: string) =>
  ask(path, {
    method: 'POST',
    cookie,
    headers: { origin: origin(), 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams(fields)),
  });

/** Where a list leads who asks it for words: its address with the words sealed. */
export const searched = async (to: string, fields: Record<string, string>, cookie?: string) =>
  (await postForm('/api/search', { to, ...fields }, cookie)).to;
