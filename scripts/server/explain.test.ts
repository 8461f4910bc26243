import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { noteBusy, noteUnreadable } from '@/lib/arrival';
import { guarded } from './guard';

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks a server whose handler answers as `reply` says, through the guard. */
async function through(reply: RequestListener, { method = 'GET', headers = {}, body }: Sent = {}) {
  const server = http.createServer(guarded(reply));
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = await fetch(origin, {
    method,
    body,
    redirect: 'manual',
    headers: { origin, ...headers },
  });
  const text = await answer.text();
  server.close();
  return { status: answer.status, headers: answer.headers, text };
}

const page =
  (status: number, html: string): RequestListener =>
  (_request, response) => {
    response.statusCode = status;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.write(html);
    response.end();
  };
const shell =
  '<!DOCTYPE html><html id="__next_error__"><head></head><body><script></script></body></html>';

test.each([
  [404, '内容不存在或已下线'],
  [403, '没有此操作权限'],
  [500, '系统出错了'],
])('the empty shell of a %i says what happened before any script runs', async (status, words) => {
  const answer = await through(page(status, shell));
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain(`编号 ${answer.headers.get('x-request-id')}`);
  expect(answer.text.indexOf(words)).toBeLessThan(answer.text.indexOf('<script>'));
});

test('a page that is whole passes as it is', async () => {
  expect((await through(page(200, shell))).text).toBe(shell);
  const drawn = '<html><body><h1>没有找到</h1></body></html>';
  expect((await through(page(404, drawn))).text).toBe(drawn);
});

test('a form whose page sends on is followed by a look at the next page, not sent again', async () => {
  const sendsOn: RequestListener = (_request, response) => {
    response.statusCode = 307;
    response.setHeader('Location', '/login?next=%2Fme');
    response.end();
  };
  const to = async (method: string, headers = {}) => {
    const body = method === 'POST' ? 'a=1' : undefined;
    return (await through(sendsOn, { method, body, headers })).status;
  };
  expect(await to('POST')).toBe(303);
  expect(await to('POST', { 'next-action': 'x' })).toBe(307);
  expect(await to('GET')).toBe(307);
});

const stale: RequestListener = (_request, response) => {
  response.statusCode = 409;
  response.setHeader('x-nextjs-action-not-found', '1');
  response.setHeader('Content-Type', 'text/plain');
  response.end('Server Action unavailable.');
};

test('a form of an older build is answered with a page, a script with what it understands', async () => {
  const form = await through(stale, { method: 'POST', body: 'a=1' });
  expect(form.status).toBe(409);
  expect(form.text).toContain('页面已更新');
  const script = await through(stale, {
    method: 'POST',
    body: 'a=1',
    headers: { 'next-action': 'x' },
  });
  expect(script.text).toBe('Server Action unavailable.');
});

test('2 MB are swallowed, so that the page is read', async () => {
  const answer = await through(stale, { method: 'POST', body: 'a'.repeat(2_000_000) });
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('一次最多 1 MB');
});

/** What Next answers to somebody who was told 系统繁忙 meanwhile. */
const busy =
  (reply: RequestListener): RequestListener =>
  (request, response) => {
    noteBusy();
    reply(request, response);
  };

test('a page that failed for a wait becomes 503 in words, with when to come again', async () => {
  const answer = await through(busy(page(500, shell)));
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.text).toContain('系统繁忙');
  expect(answer.text).toContain('<a href="">再试一次</a>');
});

test('a form that was told so keeps its own page under 503, one without a page says how to send it again', async () => {
  const form = '<html><body><input value="韦小勇"></body></html>';
  const drawn = await through(busy(page(200, form)), { method: 'POST', body: 'a=1' });
  expect([drawn.status, drawn.text]).toEqual([503, form]);
  const failed = await through(busy(page(500, shell)), { method: 'POST', body: 'a=1' });
  expect([failed.status, failed.text.includes('填写的内容会再送一次')]).toEqual([503, true]);
  const script = await through(busy(page(500, shell)), {
    method: 'POST',
    body: 'a=1',
    headers: { 'next-action': 'x' },
  });
  expect(script.headers.get('content-type')).toBe('text/plain');
  expect(script.text).toMatch(/^系统繁忙.*编号/);
});

test('where nobody waited, and where the answer is another page, nothing is touched', async () => {
  expect((await through(page(500, shell))).status).toBe(500);
  const away = await through(busy((_request, response) => response.writeHead(404).end('gone')));
  expect([away.status, away.headers.get('retry-after')]).toEqual([404, null]);
});

test.each([
  [{}, '提交的内容不完整'],
  [{ 'next-action': 'x' }, '没有收全'],
])(
  'a form with %o that did not arrive whole is told so as 400, whatever Next answers',
  async (headers, words) => {
    const answer = await through(
      (_request, response) => {
        noteUnreadable();
        response.statusCode = 500;
        response.end('Internal Server Error');
      },
      { method: 'POST', headers, body: 'x' },
    );
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
    expect(answer.text).not.toContain('Internal');
  },
);
