import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/lib/testing/fake-server';
import { NotFound } from '../errors';

const state = vi.hoisted(() => ({
  headers: new Headers(),
  env: { APP_ORIGIN: undefined as string | undefined, TRUSTED_PROXIES: 0 },
}));
vi.mock('next/headers', () => ({ headers: async () => state.headers }));
vi.mock('../env', () => ({ env: () => state.env }));
vi.mock('next/navigation', () => ({
  notFound: () => {
    throw new Error('the 404 page');
  },
}));

const { configuredOrigin } = await import('./configured-origin');
const { isHttps } = await import('./https');
const { notFoundOnMissing } = await import('./not-found-on-missing');
const { publicOrigin } = await import('./origin');
const { requestJson, recordOf, textOf } = await import('./request-json');
const { safeRedirect } = await import('./safe-redirect');
const { badForm, gone, seeOther, signInFirst } = await import('./file-answer');

const sent = (given: Record<string, string>) => {
  state.headers = new Headers(given);
};
beforeEach(() => {
  sent({});
  state.env = { APP_ORIGIN: undefined, TRUSTED_PROXIES: 0 };
});

describe('the address people reach us at', () => {
  it('is the configured one, whatever a request says', async () => {
    state.env.APP_ORIGIN = 'https://ghg.example.cn/portal/';
    sent({ host: 'evil.cn', 'x-forwarded-proto': 'http' });
    expect(configuredOrigin()).toBe('https://ghg.example.cn');
    expect(await publicOrigin()).toBe('https://ghg.example.cn');
    expect(isHttps(state.headers)).toBe(true);
    state.env.APP_ORIGIN = 'http://10.0.0.2:3000';
    expect(isHttps(new Headers({ 'x-forwarded-proto': 'https' }))).toBe(false);
  });
  it.each([
    [{ host: '192.168.1.5:3000' }, 'http://192.168.1.5:3000'],
    [{ host: '[::1]:3000' }, 'http://[::1]:3000'],
    [{ host: 'a.cn/"><script>' }, 'http://localhost'],
    [{}, 'http://localhost'],
  ])('is in a demo without one what %j says', async (given, origin) => {
    expect(configuredOrigin()).toBeNull();
    sent(given as Record<string, string>);
    expect(await publicOrigin()).toBe(origin);
  });
  it.each([
    ['https', true],
    ['https, http', true],
    [' https ', true],
    ['http, https', false],
    ['http', false],
  ])('is https behind a proxy that says %j: %s', async (proto, expected) => {
    const given = new Headers({ 'x-forwarded-proto': proto });
    expect(isHttps(given)).toBe(false);
    state.env.TRUSTED_PROXIES = 1;
    expect(isHttps(given)).toBe(expected);
    expect(isHttps(new Headers())).toBe(false);
    sent({ host: 'a.cn', 'x-forwarded-proto': proto });
    expect(await publicOrigin()).toBe(`http${expected ? 's' : ''}://a.cn`);
  });
});

describe('a query whose record is missing', () => {
  it('is the 404 page, and any other error itself', async () => {
    expect(await notFoundOnMissing(Promise.resolve(7))).toBe(7);
    await expect(notFoundOnMissing(Promise.reject(new NotFound('x')))).rejects.toThrow(
      'the 404 page',
    );
    const other = new Error('broken');
    await expect(notFoundOnMissing(Promise.reject(other))).rejects.toBe(other);
  });
});

describe('an answer without a file', () => {
  it.each([
    [gone(), 404, '内容不存在或已下线'],
    [signInFirst(), 401, '请先登录'],
    [signInFirst('请重新登录'), 401, '请重新登录'],
    [badForm('日期不对'), 400, '日期不对'],
  ])('is plain words that no cache keeps: %#', async (answer, status, words) => {
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(words);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });
  it('leads on after a form was posted', () => {
    const answer = seeOther('/desk');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk']);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a call to an outside service', () => {
  let server: Awaited<ReturnType<typeof fakeServer>> | undefined;
  afterEach(() => server?.close());
  const ask = async (answer: Parameters<typeof fakeServer>[0], more = {}) => {
    server = await fakeServer(answer);
    return requestJson(new URL(server.endpoint), { method: 'POST', ...more });
  };
  it('sends what it was given and hands back the object and its status', async () => {
    const headers = { 'x-test': '1' };
    const replied = await ask(() => ({ status: 418, body: { a: 1 } }), { headers, body: 'b' });
    expect(replied).toEqual({ ok: true, status: 418, body: { a: 1 } });
    expect(server?.received[0]).toMatchObject({ body: 'b', headers });
  });
  it.each(['<html>', '7', '"x"', 'null', ''])(
    'is told of %j that it is no object',
    async (body) => {
      expect(await ask(() => ({ body }))).toEqual({ ok: false, code: 'not_json' });
    },
  );
  it('follows nobody elsewhere, and does not wait for ever', async () => {
    const away = await ask(() => ({ status: 302, location: '/x' }));
    expect(away).toEqual({ ok: false, code: 'network' });
    expect(server?.received).toHaveLength(1);
    await server?.close();
    expect(await ask(() => ({ delayMs: 2000 }), { timeoutMs: 50 })).toEqual({
      ok: false,
      code: 'timeout',
    });
  });
  it('reads of what came only what is what it should be', () => {
    expect(recordOf({ a: 1 })).toEqual({ a: 1 });
    for (const other of [null, undefined, 'x', 7]) expect(recordOf(other)).toBeNull();
    expect([textOf('x'), textOf(7), textOf(null)]).toEqual(['x', '', '']);
  });
});

describe('the way back after signing in', () => {
  it('is of up to 2,000 characters, and one of its own where none is given', () => {
    const path = `/${'a'.repeat(1999)}`;
    expect(safeRedirect(path)).toBe(path);
    expect(safeRedirect(`${path}a`, '/me')).toBe('/me');
    expect(safeRedirect('/a?b=1#c', '/me')).toBe('/a?b=1#c');
    expect(safeRedirect(7, '/me')).toBe('/me');
  });
});
