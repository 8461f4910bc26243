import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guarded } from './guard';
import { forgetSharedPages } from './shared-pages';

let server: http.Server;
let rendered: http.IncomingMessage[] = [];
let page: RequestListener;

/** As Next does: a page with the nonce of its request in it, in several writes. */
const drawn =
  (words = '预约', status = 200): RequestListener =>
  (request, response) => {
    const nonce = /'nonce-([^']+)'/.exec(String(request.headers['content-security-policy']))?.[1];
    response.statusCode = status;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.write(`<html><script nonce="${nonce}"></script>`);
    const number = request.headers['x-request-id'];
    response.end(
      `<p>${words} ${rendered.length}</p><script nonce="${nonce}">${number}</script></html>`,
    );
  };

beforeEach(async () => {
  // Time stands still, however busy the machine is.
  vi.useFakeTimers({ toFake: ['performance'] });
  rendered = [];
  page = drawn();
  forgetSharedPages();
  server = http.createServer(
    guarded((request, response) => {
      rendered.push(request);
      page(request, response);
    }),
  );
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
});
afterEach(() => {
  vi.useRealTimers();
  return new Promise((down) => server.close(down));
});

interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const sent: Record<string, string> = { origin: `http://127.0.0.1:${port}`, ...headers };
  return new Promise<Answered>((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, path, method, headers: sent, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          const isZipped = response.headers['content-encoding'] === 'gzip';
          const body = (isZipped ? gunzipSync(bytes) : bytes).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      },
    );
    request.on('error', reject);
    request.end();
  });
}

const nonceIn = ({ headers }: Answered) =>
  /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'none';

test('a thousand strangers at once get one page, each with a nonce, a number and a mark of their own', async () => {
  const all = await Promise.all(Array.from({ length: 1000 }, () => ask('/services')));
  expect(rendered).toHaveLength(1);
  const nonces = new Set(all.map(nonceIn));
  expect(nonces.size).toBe(1000);
  for (const answer of all) {
    expect(answer.body.split(`nonce="${nonceIn(answer)}"`)).toHaveLength(3);
    expect(answer.body.match(/nonce="[^"]+"/g)).toHaveLength(2);
    expect(answer.body).toContain(`>${answer.headers['x-request-id']}<`);
  }
  expect(new Set(all.map(({ headers }) => headers['set-cookie']?.[0])).size).toBe(1000);
});

test('a page is a second old at most', async () => {
  await ask('/services');
  vi.advanceTimersByTime(999);
  expect((await ask('/services')).body).toContain('预约 1');
  vi.advanceTimersByTime(1);
  expect((await ask('/services')).body).toContain('预约 2');
});

test('nothing of a person reaches a shared page: no cookie, no address, no browser', async () => {
  await ask('/services?kind=training&from=timeline', {
    cookie: 'size=large; lx-b=mine; other=1',
    'user-agent': 'my phone',
    referer: 'http://elsewhere/',
    'accept-encoding': 'gzip',
  });
  const { url, headers } = rendered[0] ?? {};
  expect(url).toBe('/services?kind=training');
  expect(headers?.cookie).toBe('size=large');
  expect(Object.keys(headers ?? {}).sort()).toEqual([
    'content-security-policy',
    'cookie',
    'host',
    'x-may-write',
    'x-page',
    'x-request-id',
  ]);
});

test('who is signed in, or has a form kept, gets a page of their own', async () => {
  for (const cookie of ['lx=token', 'lx-f=kept']) {
    await ask('/services', { cookie });
    await ask('/services', { cookie });
  }
  expect(rendered).toHaveLength(4);
  expect(rendered[0]?.headers.cookie).toContain('lx=token');
});

test('another address, size, host or a search that is sealed is another page', async () => {
  await ask('/services');
  await ask('/services?page=2');
  await ask('/services', { cookie: 'size=xlarge' });
  await ask('/services', { host: 'other.example' });
  await ask('/services?q=~sealed');
  await ask('/services?q=~sealed');
  expect(rendered).toHaveLength(6);
});

test.each([
  ['a page that sets a cookie', 'cookie'],
  ['a form with a key of its own', 'key'],
  ['an error', 'error'],
])('%s is for the one who asked', async (_, what) => {
  page = (request, response) => {
    if (what === 'cookie') response.setHeader('Set-Cookie', 'a=1');
    const words = what === 'key' ? '<input name="idempotencyKey" value="1">' : '';
    drawn(words, what === 'error' ? 404 : 200)(request, response);
  };
  const all = await Promise.all(Array.from({ length: 5 }, () => ask('/services')));
  expect(rendered).toHaveLength(5);
  expect(new Set(all.map(({ body }) => body.replace(/nonce="[^"]+"/g, ''))).size).toBe(5);
});

test('a page of the desk or of a person is never shared', async () => {
  for (const path of ['/desk', '/me', '/login', '/services/1/book', '/b/token', '/'])
    for (const _ of [1, 2]) await ask(path);
  expect(rendered.map(({ url }) => url).filter((url) => url !== '/')).toHaveLength(10);
  expect(rendered).toHaveLength(11);
});

test('after somebody sent a form the next stranger sees what is there now', async () => {
  const before = await ask('/services');
  await ask('/desk/offerings/new', { 'content-length': '0' }, 'POST');
  const after = await ask('/services');
  expect([before.body.includes('预约 1'), after.body.includes('预约 3')]).toEqual([true, true]);
});

test('a page that breaks off is tried again for each, and nobody waits for ever', async () => {
  page = (request, response) => {
    if (rendered.length === 1) response.destroy();
    else drawn()(request, response);
  };
  const all = await Promise.all([ask('/services'), ask('/services')]);
  expect(all.map(({ status }) => status)).toEqual([200, 200]);
  expect(rendered).toHaveLength(3);
});

test('a shared page is compressed where the browser can read it, and of the right length everywhere', async () => {
  const zipped = await ask('/help', { 'accept-encoding': 'gzip, br' });
  const plain = await ask('/help');
  expect([zipped.headers['content-encoding'], plain.headers['content-encoding']]).toEqual([
    'gzip',
    undefined,
  ]);
  expect(zipped.body.replace(nonceIn(zipped), '')).toContain('预约 1');
  expect(Number(plain.headers['content-length'])).toBe(Buffer.byteLength(plain.body));
});
