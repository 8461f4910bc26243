import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress, type GuardOptions, guarded, refusal } from './guard';

const post = (headers: Record<string, string | undefined>) => ({
  method: 'POST',
  url: '/join',
  headers: { host: 'ghg.example.cn', 'content-length': '10', ...headers },
});

test.each([
  ['GET', '/', undefined],
  ['HEAD', '/services?page=2', undefined],
  ['GET', '/%E5%85%A5%E4%BC%9A', undefined],
  ['GET', '/%ff', 400],
  ['GET', '/a%00b', 400],
  ['GET', '/?name=%00', 400],
  ['GET', '/services?kind=training&kind=childcare', 400],
  ['GET', '/api/desk/check-ins?session=1&sessi%6fn=2', 400],
  ['GET', '/services?from=timeline&isappinstalled=0&from=singlemessage', undefined],
  ['GET', '/desk/bulk?item=1&item=2', 400],
  ['GET', '/desk/offerings/1/conditions/edit?row=sex&row=born', undefined],
  ['GET', '/..\\secret', 400],
  ['GET', 'http://elsewhere/', 400],
  ['TRACE', '/', 405],
  ['PUT', '/', 405],
  ['DELETE', '/', 405],
  ['OPTIONS', '/', 405],
])('%s %s is answered with %s', (method, url, status) => {
  expect(refusal({ method, url, headers: { host: 'ghg.example.cn' } })).toBe(status);
});

test('a POST from our own page goes on', () => {
  expect(refusal(post({ origin: 'http://ghg.example.cn' }))).toBeUndefined();
});

test('a POST without Origin, or from a foreign page, is refused', () => {
  expect(refusal(post({}))).toBe(403);
  expect(refusal(post({ origin: 'null' }))).toBe(403);
  expect(refusal(post({ origin: 'https://ghg.example.cn.evil.example' }))).toBe(403);
});

test('behind a proxy that renames the host, the public address counts', () => {
  const inner = post({ origin: 'https://ghg.example.cn', host: '10.0.0.5:3000' });
  expect(refusal(inner)).toBe(403);
  expect(refusal(inner, 'https://ghg.example.cn')).toBeUndefined();
});

test('a body above 1 MB is too large, and one of unknown length is not read', () => {
  const origin = 'http://ghg.example.cn';
  expect(refusal(post({ origin, 'content-length': '2000000' }))).toBe(413);
  expect(refusal(post({ origin, 'content-length': undefined }))).toBe(411);
});

test('only where an offering asks for files may a body be larger, and not without end', () => {
  const origin = 'http://ghg.example.cn';
  const id = '01a20bd9-fba2-7547-b87f-e6b657b4ce33';
  const send = (url: string, length: number) =>
    refusal({ ...post({ origin, 'content-length': String(length) }), url });
  for (const form of [`/services/${id}/questions?who=self`, `/me/bookings/${id}/questions`]) {
    expect(send(form, 6_000_000)).toBeUndefined();
    expect(send(form, 50_000_000)).toBe(413);
  }
  expect(send(`/services/${id}/book`, 2_000_000)).toBe(413);
  expect(send(`/services/${id}/questions/x`, 2_000_000)).toBe(413);
  expect(send('/services/any/questions', 2_000_000)).toBe(413);
});

test('X-Forwarded-For is believed only as far as our own proxies wrote it', () => {
  const request = {
    socket: { remoteAddress: '::ffff:10.0.0.2' },
    headers: { 'x-forwarded-for': '1.1.1.1, 203.0.113.7' },
  };
  expect(clientAddress(request, 0)).toBe('10.0.0.2');
  expect(clientAddress(request, 1)).toBe('203.0.113.7');
});

interface Seen {
  headers: Record<string, unknown>;
  passedOn: boolean;
  status?: number;
  body?: string;
}

/** What becomes of a request that only has these parts. */
function ask(request: object, options?: GuardOptions) {
  const seen: Seen = { headers: {}, passedOn: false };
  const response = {
    setHeader: (name: string, value: unknown) => {
      seen.headers[name] = value;
    },
    writeHead: (status: number, more: object) => {
      seen.status = status;
      Object.assign(seen.headers, more);
      return response;
    },
    end: (body: string) => {
      seen.body = body;
    },
  };
  const handle: RequestListener = () => {
    seen.passedOn = true;
  };
  const whole = { resume() {}, socket: { remoteAddress: '10.0.0.2' }, ...request };
  guarded(handle, options)(
    whole as unknown as IncomingMessage,
    response as unknown as ServerResponse,
  );
  return { ...seen, request: whole as object as { headers: object } };
}

test('headers that Next would believe are taken away and ours put in', () => {
  const headers = {
    host: 'h',
    'x-middleware-subrequest': 'proxy',
    'x-forwarded-host': 'evil',
    'x-real-ip': '6.6.6.6',
    'next-action': 'abc',
  };
  const { request, passedOn } = ask({ method: 'GET', url: '/', headers });
  expect(passedOn).toBe(true);
  expect(request.headers).toEqual({
    host: 'h',
    'x-real-ip': '10.0.0.2',
    'x-request-id': expect.stringMatching(/^[2-9A-Z]{10}$/),
    'x-page': '/',
    'x-may-write': '0',
    'content-security-policy': expect.stringContaining("'nonce-"),
  });
});

test('a refusal is a Chinese page with the security headers and a number to quote', () => {
  const { status, body, headers, passedOn } = ask({ method: 'PUT', url: '/', headers: {} });
  expect(passedOn).toBe(false);
  expect(status).toBe(405);
  expect(body).toContain(`编号 ${headers['X-Request-Id']}`);
  expect(headers['X-Content-Type-Options']).toBe('nosniff');
});

test('a form sent by script is refused in one line, which the form shows beside what was typed', () => {
  const headers = {
    host: 'h',
    origin: 'http://h',
    'content-length': '2000000',
    'next-action': 'x',
  };
  const request = {
    method: 'POST',
    url: '/',
    headers,
    once: (_event: string, then: () => void) => then(),
  };
  const { status, body, headers: answered } = ask(request);
  expect(status).toBe(413);
  expect(body).toMatch(/^提交的内容太大.*编号 [2-9A-Z]{10}）$/);
  expect(answered['Content-Type']).toBe('text/plain');
});

test('a draining process is not ready', () => {
  const draining = { isDraining: () => true };
  expect(ask({ method: 'GET', url: '/api/ready', headers: {} }, draining).status).toBe(503);
  expect(ask({ method: 'GET', url: '/', headers: {} }, draining).passedOn).toBe(true);
});
