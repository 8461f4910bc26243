import http from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { server } from '../demo';
import { type Actor, actors, allVisitors, type Visitor } from '../matrix/actors';
import { pageRows } from '../matrix/expectations/pages';
import type { Visit } from '../matrix/outcomes';
import { findPlaces, type Places } from '../matrix/places';
import { publishedAs } from '../matrix/post-action';
import { type Answer, ask, boundary, origin } from './ask';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

const visible = (answer: Answer) =>
  answer.body.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]+>/g, ' ');

/** What a person sees who got somewhere wrong: Chinese, what to do, and a number to quote. */
function expectPlainPage(answer: Answer, status: number) {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain('text/html');
  const text = visible(answer);
  expect(text).toMatch(/请|回首页|重新/);
  expect(text).toMatch(/编号\s*[\w-]{8,}/);
  expect(answer.body).not.toMatch(/postgres|drizzle|sqlstate|\.ts:\d|node_modules/i);
}

const form = { origin: '', 'content-type': 'application/x-www-form-urlencoded' };
const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body, headers: { ...form, origin: origin(), ...headers } });

describe('a plain page says what went wrong', () => {
  test.each(['/', '/login', '/api/bookings', '/join'])('2 MB sent to %s', async (path) => {
    expectPlainPage(await post(path, Buffer.alloc(2_000_000, 97)), 413);
  });

  test.each([
    '/%',
    '/%ff',
    '/%c0%af',
    '/a%00b',
    '/?q=%00',
    '/..\\x',
    '/services/%E0%A4%A',
    '/%2e%2e%5c',
  ])('address %s', async (path) => expectPlainPage(await ask(path), 400));

  test.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('method %s', async (method) => {
    expectPlainPage(await ask('/services', { method }), 405);
  });

  test.each(['null', 'https://evil.example', ''])('a form from %s', async (from) => {
    const headers: Record<string, string> = from ? { origin: from } : {};
    expectPlainPage(await ask('/login', { method: 'POST', body: 'a=1', headers }), 403);
  });

  test('headers of 64 kB', async () => {
    expectPlainPage(await ask('/', { headers: { cookie: `a=${'x'.repeat(65_000)}` } }), 431);
  });

  test('a body of unknown length', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { origin: origin(), 'transfer-encoding': 'chunked' };
      const options = {
        port: server().port,
        host: '127.0.0.1',
        path: '/login',
        method: 'POST',
        headers,
      };
      const request = http.request(options, (answer) => resolve(answer.resume().statusCode));
      request.on('error', reject);
      request.end('a=1');
    });
    expect(status).toBe(411);
  });

  test('no such page, and a page that is not for this officer', async () => {
    expectPlainPage(await ask('/no-such-page'), 404);
    expectPlainPage(await ask('/desk/counter', { cookie: visitors.viewer.cookie }), 403);
  });
});

describe('a form that did not arrive whole', () => {
  const cut = (name: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n139`;
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };

  test('sent without script is answered with a page, as 400', async () => {
    const answer = await post('/login', cut('phone'), type);
    expectPlainPage(answer, 400);
    expect(answer.body).toContain('提交的内容不完整');
  });

  test('sent by script is answered with a line for the form, as 400', async () => {
    const { id } = publishedAs('identity/requestCodeAction');
    const sent = { ...type, 'next-action': id, accept: 'text/x-component' };
    const answer = await post('/login', cut('_1_phone'), sent);
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('没有收全')]);
  });
});

/** A form opened before the site was updated names an action that is gone. */
describe('a stale form', () => {
  const gone = '7f00000000000000000000000000000000000000ff';
  const multipart = 'multipart/form-data; boundary=b';
  const field = (name: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n\r\n`;

  test('sent by script is told so, and not by an error of ours', async () => {
    const answer = await post('/login', `${field('0')}--b--\r\n`, {
      'content-type': multipart,
      'next-action': gone,
      accept: 'text/x-component',
    });
    expect(answer.status).toBe(409);
    expect(answer.headers['x-nextjs-action-not-found']).toBe('1');
  });

  test.each(['$ACTION_ID_', '$ACTION_REF_'])('sent without script (%s)', async (prefix) => {
    const name = prefix === '$ACTION_ID_' ? `${prefix}${gone}` : `${prefix}1`;
    const answer = await post('/login', `${field(name)}--b--\r\n`, { 'content-type': multipart });
    if (prefix === '$ACTION_ID_') expectPlainPage(answer, 409);
    else expect(answer.status).toBeLessThan(500);
  });
});

describe('odd requests never break anything', () => {
  const oddHeaders: Record<string, string>[] = [
    { authorization: 'Bearer %' },
    { cookie: 'lx=%00; lx=../../etc; size=<script>; contrast=; =;;' },
    { cookie: `lx=${'A'.repeat(8000)}` },
    { accept: '*/*;q=banana', 'accept-language': 'xx-☃'.replace('☃', 'x'), range: 'bytes=-1' },
    { 'if-none-match': '"'.repeat(100), 'if-modified-since': 'yesterday' },
    { 'next-router-state-tree': '%5B%22' },
    { 'next-router-state-tree': encodeURIComponent('["",{"children":["__PAGE__",{}]}]'), rsc: '1' },
    { rsc: '1', 'next-url': 'javascript:alert(1)' },
    { host: 'evil.example' },
    { 'x-forwarded-proto': 'gopher', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil' },
    { 'sec-fetch-mode': 'x', 'x-real-ip': "' or 1=1 --", 'x-forwarded-for': ',,,,' },
    { 'x-request-id': '{{7*7}}' },
  ];
  test.each(oddHeaders.map((headers) => [JSON.stringify(headers).slice(0, 60), headers] as const))(
    'header %s',
    async (_name, headers) => {
      for (const path of ['/', '/login', '/me', '/desk', '/services']) {
        const answer = await ask(path, { headers });
        expect(answer.status, path).toBeLessThan(500);
        expect(answer.to).not.toContain('evil');
        expect(answer.body).not.toContain('evil.example');
      }
    },
  );

  test.each([
    'text/xml',
    'application/json',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    '',
  ])('a POST of type “%s”', async (type) => {
    for (const path of [
      '/login',
      '/services',
      `/api/desk/rolls/${places.session}`,
      '/api/bookings',
    ]) {
      for (const actor of ['anonymous', 'town'] as const) {
        const answer = await ask(path, {
          method: 'POST',
          body: '{"a":[[[[[[[',
          cookie: visitors[actor].cookie,
          headers: { origin: origin(), ...(type && { 'content-type': type }) },
        });
        expect(answer.status, `${path} as ${actor}`).toBeLessThan(500);
      }
    }
  });

  const oddQueries = [
    'page=-1&page=2&page=1e9',
    'q=%25_%5C%27%22%3Cscript%3E&view=none&kind=none&id=..%2F..%2Fetc',
    `q=${encodeURIComponent('𬭊㛃𠮷😀')}&after=%F0%9F%98%80&case=x&undo=x&town=x&who=x&s=x&to=x&next=//evil`,
    `q=${'a'.repeat(3000)}&account=1&parent=1&year=99999&on=2026-02-31`,
    'constructor=1&__proto__[a]=1&toString=1&q[]=1&q=1&q=2',
  ];
  test.each(oddQueries)('query %.40s on every page', async (query) => {
    const visit = async ([route, row]: [string, Visit]) => {
      const actor = actors.find((one) => row.gets[one] === 'ok') ?? 'member';
      const path = (row.at?.(places) ?? route).split('?')[0];
      const answer = await ask(`${path}?${query}`, { cookie: visitors[actor].cookie });
      expect(answer.status, route).toBeLessThan(500);
      expect(answer.to).not.toMatch(/^\/\/|evil\.example/);
    };
    await Promise.all(Object.entries(pageRows).map(visit));
  });

  test.each(['x', '0', 'null', '00000000-0000-0000-0000-00000000000g', '😀', '%27%3B--', '1e9'])(
    'id “%s” in every address',
    async (odd) => {
      for (const [route, row] of Object.entries(pageRows)) {
        const actor = actors.find((one) => row.gets[one] === 'ok');
        if (!actor || !route.includes('[')) continue;
        const path = route.replaceAll(/\[\w+\]/g, encodeURI(odd));
        const answer = await ask(path, { cookie: visitors[actor].cookie });
        expect(answer.status, path).toBeLessThan(500);
      }
    },
  );
});
