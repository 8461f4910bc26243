import { beforeEach, describe, expect, it, vi } from 'vitest';

const state = vi.hoisted(() => ({
  headers: new Headers(),
  set: [] as { name: string; value: string; options: Record<string, unknown> }[],
  env: { APP_ORIGIN: undefined as string | undefined, TRUSTED_PROXIES: 0 },
}));
vi.mock('next/headers', () => ({
  headers: async () => state.headers,
  cookies: async () => ({
    set: (name: string, value: string, options: Record<string, unknown>) =>
      state.set.push({ name, value, options }),
  }),
}));
vi.mock('../env', () => ({ env: () => state.env }));

const { setSessionCookie } = await import('./cookie');
const { isHttps } = await import('../http/https');
const session = { token: 't'.repeat(43), expiresAt: new Date('2026-11-25'), strict: false };

beforeEach(() => {
  state.set.length = 0;
  state.headers = new Headers();
  state.env = { APP_ORIGIN: undefined, TRUSTED_PROXIES: 0 };
});

describe('the session cookie (A18)', () => {
  it('is __Host-, Secure, HttpOnly, for the whole host and no domain under https', async () => {
    state.env.APP_ORIGIN = 'https://ghg.example.cn';
    await setSessionCookie(session);
    const [cookie] = state.set;
    expect(cookie?.name).toBe('__Host-lx');
    expect(cookie?.options).toMatchObject({
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
    });
    expect(cookie?.options).not.toHaveProperty('domain');
  });
  it('works over plain http in the demo', async () => {
    await setSessionCookie(session);
    expect(state.set[0]).toMatchObject({ name: 'lx', options: { secure: false } });
  });
  it('is strict for officers and gone after signing out', async () => {
    await setSessionCookie({ ...session, strict: true });
    await setSessionCookie(null);
    expect(state.set[0]?.options.sameSite).toBe('strict');
    expect(state.set[1]).toMatchObject({ value: '', options: { expires: new Date(0) } });
  });
  it('believes a forwarded https only behind a proxy of ours', () => {
    const said = new Headers({ 'x-forwarded-proto': 'https' });
    expect(isHttps(said)).toBe(false);
    state.env.TRUSTED_PROXIES = 1;
    expect(isHttps(said)).toBe(true);
  });
});
