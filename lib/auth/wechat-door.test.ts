import { beforeEach, describe, expect, it, vi } from 'vitest';
import { wechatOauth } from '../wechat/oauth';

const state = vi.hoisted(() => ({
  jar: new Map<string, { value: string; options: Record<string, unknown> }>(),
  env: { APP_ORIGIN: 'https://ghg.example.cn', TRUSTED_PROXIES: 0 },
}));
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => state.jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) =>
      state.jar.set(name, { value, options }),
  }),
}));
vi.mock('../env', async () => ({
  env: () => ({ ...state.env, APP_SECRET: Buffer.alloc(32, 1).toString('base64') }),
}));

const { acceptWechatState, wechatAddress } = await import('./wechat-door');
const now = new Date('2026-11-28T10:00:00Z');
const begin = async (next: string) => {
  const address = await wechatAddress(wechatOauth({ appId: 'wx1', appSecret: 's' }), now, next);
  return new URL(address).searchParams;
};

beforeEach(() => state.jar.clear());

describe('the way to WeChat and back', () => {
  it('waits in a cookie of this very host, and names the configured address only', async () => {
    const sent = await begin('/me');
    expect(sent.get('redirect_uri')).toBe('https://ghg.example.cn/api/auth/wechat/callback');
    const kept = state.jar.get('__Host-lx-w');
    expect(kept?.options).toMatchObject({ secure: true, httpOnly: true, path: '/' });
  });

  it('leads on to where the person wanted to go, once', async () => {
    const sent = await begin('/services?kind=training');
    expect(await acceptWechatState(sent.get('state') ?? '', now)).toBe('/services?kind=training');
    expect(await acceptWechatState(sent.get('state') ?? '', now)).toBeNull();
  });

  it('leads a stranger’s answer nowhere, and nobody off the site', async () => {
    await begin('/me');
    expect(await acceptWechatState('a'.repeat(32), now)).toBeNull();
    const sent = await begin('//evil.example');
    expect(await acceptWechatState(sent.get('state') ?? '', now)).toBe('/');
  });
});
