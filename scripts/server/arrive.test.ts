import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { currentArrival } from '@/lib/arrival';
import { guarded } from './guard';

/** Asks a server behind the guard; its handler says what reached it. */
async function ask(path: string, headers: Record<string, string> = {}, handle?: RequestListener) {
  let reached: http.IncomingHttpHeaders | undefined;
  const server = http.createServer(
    guarded((request, response) => {
      reached = request.headers;
      if (handle) handle(request, response);
      else response.end('there');
    }),
  );
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = await fetch(`${origin}${path}`, { redirect: 'manual', headers });
  await answer.text();
  server.close();
  return { answer, reached };
}

test('the nonce of the answer is the one that Next is told, and another one each time', async () => {
  const [one, other] = [await ask('/services'), await ask('/services')];
  const policy = one.answer.headers.get('content-security-policy');
  expect(policy).toContain("'nonce-");
  expect(one.reached?.['content-security-policy']).toBe(policy);
  expect(other.reached?.['content-security-policy']).not.toBe(policy);
});

test('a browser is marked once, on the very request, beside the cookies that the page sets', async () => {
  const sets: RequestListener = (_request, response) => {
    response.setHeader('Set-Cookie', ['lx=session; Path=/']);
    response.end();
  };
  const first = await ask('/login', { cookie: 'lx-text=1' }, sets);
  const [own, mark] = first.answer.headers.getSetCookie();
  expect(own).toBe('lx=session; Path=/');
  expect(mark).toMatch(/^lx-b=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=lax$/);
  expect(first.reached?.cookie).toBe(`lx-text=1; ${mark?.split(';')[0]}`);
  const again = await ask('/login', { cookie: 'lx-b=known' });
  expect(again.answer.headers.getSetCookie()).toEqual([]);
});

test('a page that only reads is told so, whatever was sent; the way back from a provider is not', async () => {
  const forged = { 'x-may-write': '1', 'x-page': '/desk' };
  const { reached } = await ask('/services?page=2', forged);
  expect([reached?.['x-may-write'], reached?.['x-page']]).toEqual(['0', '/services']);
  const file = await ask('/_next/static/a.js', forged);
  expect([file.reached?.['x-may-write'], file.reached?.['x-page']]).toEqual([
    '0',
    '/_next/static/a.js',
  ]);
  const back = await ask('/api/auth/callback/wechat');
  expect(back.reached?.['x-may-write']).toBe('1');
});

test('an address with a phone number is sent on without it, before anything is asked', async () => {
  const { answer, reached } = await ask('/desk/members?q=13900000001&page=2');
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    '/desk/members?q=%7E&page=2',
  ]);
  expect(answer.headers.get('content-security-policy')).toContain("'nonce-");
  expect(reached).toBeUndefined();
});

test('what somebody signed in reads is kept by nobody, and signing out empties what was', async () => {
  const { answer } = await ask('/services', { cookie: 'lx=token; lx-b=known' });
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect((await ask('/services')).answer.headers.get('cache-control')).toBeNull();
  expect((await ask('/signed-out')).answer.headers.get('clear-site-data')).toBe('"cache"');
});

test('a handler knows the request it answers, also after it waited', async () => {
  let agent: string | undefined;
  await ask('/', { 'user-agent': 'phone' }, async (_request, response) => {
    await new Promise(setImmediate);
    agent = currentArrival()?.request.headers['user-agent'];
    response.end();
  });
  expect(agent).toBe('phone');
});
