import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeAnswer, fakeServer, type Received } from '@/lib/testing/fake-server';

const state = vi.hoisted(() => ({
  jar: new Map<string, string>(),
  sent: [] as { name: string; options: Record<string, unknown> }[],
  env: {} as Record<string, string | number | boolean | undefined>,
}));
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (state.jar.get(name) ? { value: state.jar.get(name) } : undefined),
    set: (name: string, value: string, options: Record<string, unknown>) => {
      state.jar.set(name, value);
      state.sent.push({ name, options });
    },
  }),
}));
vi.mock('../env', async (original) => ({
  ...(await original<typeof import('../env')>()),
  env: () => ({ ...state.env, APP_SECRET: Buffer.alloc(32, 1).toString('base64') }),
}));

const { finishAuthorization, beginAuthorization } = await import('./authorization');
const { findProvider, offeredProviders } = await import('./identity-providers');

const portal = {
  APP_ORIGIN: 'https://ghg.example.cn',
  TRUSTED_PROXIES: 0,
  demo: true,
  LOG_LEVEL: 'silent',
};
let fake: Awaited<ReturnType<typeof fakeServer>> | undefined;
let claimsFor: (nonce: string) => Record<string, unknown>;
let nonce = '';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const idToken = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmVk`;

/** A provider that speaks OpenID Connect: its discovery document and its token endpoint. */
function answer({ url }: Received): FakeAnswer {
  if (url.startsWith('/.well-known/'))
    return {
      body: {
        issuer: fake?.endpoint,
        authorization_endpoint: `${fake?.endpoint}/authorize`,
        token_endpoint: `${fake?.endpoint}/token`,
        userinfo_endpoint: `${fake?.endpoint}/userinfo`,
      },
    };
  const seconds = Math.floor(Date.now() / 1000);
  const usual = { iss: fake?.endpoint, aud: 'lianxin', sub: 'u-1', name: '韦小勇', nonce };
  const claims = { ...usual, iat: seconds, exp: seconds + 60, ...claimsFor(nonce) };
  return { body: { access_token: 'a', token_type: 'Bearer', id_token: idToken(claims) } };
}

/** Sets out, and gives what the address that the browser is sent to asks for. */
async function leave(purpose: 'member' | 'link' = 'member', next = '/me') {
  const address = await beginAuthorization('oidc', { purpose, next });
  const asked = new URL(address ?? 'http://nowhere').searchParams;
  nonce = asked.get('nonce') ?? '';
  return asked;
}

const decide = vi.fn(async (identity: object, purpose: string) => ({ identity, purpose }));
const back = (query: Record<string, string>) =>
  finishAuthorization('oidc', new URLSearchParams(query), decide, () => undefined);

beforeEach(async () => {
  state.jar.clear();
  state.sent.length = 0;
  decide.mockClear();
  claimsFor = () => ({});
  fake = await fakeServer(answer);
  const oidc = { OIDC_ISSUER: fake.endpoint, OIDC_CLIENT_ID: 'lianxin', OIDC_CLIENT_SECRET: 's' };
  state.env = { ...portal, ...oidc };
});
afterEach(() => fake?.close());

describe('the way to a provider and back', () => {
  it('the provider is asked who it is and for a name, with PKCE, state and nonce, back to our own address', async () => {
    const asked = await leave();
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'lianxin',
      redirect_uri: 'https://ghg.example.cn/api/auth/callback/oidc',
      response_type: 'code',
      scope: 'openid profile',
      code_challenge_method: 'S256',
      state: expect.any(String),
      nonce: expect.any(String),
    });
  });

  it('the demo on a bare address is come back to there', async () => {
    state.env = { ...state.env, APP_ORIGIN: 'http://127.0.0.1:3999' };
    const asked = await leave();
    expect(asked.get('redirect_uri')).toBe('http://127.0.0.1:3999/api/auth/callback/oidc');
  });

  it('the browser remembers the way in cookies of this very host, for ten minutes', async () => {
    await leave();
    const names = ['-state', '-pkce', '-nonce', ''].map((end) => `__Host-lx-w${end}`);
    expect(state.sent.map(({ name }) => name).sort()).toEqual(names.sort());
    for (const { options } of state.sent) {
      expect(options).toEqual({
        httpOnly: true,
        secure: true,
        sameSite: 'lax',
        path: '/',
        maxAge: 600,
      });
    }
  });

  it('provider, subject and purpose are told when the person comes back', async () => {
    const asked = await leave('link', '/me/sign-ins');
    const answered = await back({ code: 'c1', state: asked.get('state') ?? '' });
    const identity = {
      provider: 'oidc',
      issuer: fake?.endpoint,
      subject: 'u-1',
      displayName: '韦小勇',
    };
    expect(answered).toEqual({
      decided: { identity, purpose: 'link' },
      purpose: 'link',
      next: '/me/sign-ins',
    });
    expect(fake?.received.at(-1)?.body).toContain('code_verifier=');
  });

  it('an answer is good once, and only in the browser that asked', async () => {
    const query = { code: 'c1', state: (await leave()).get('state') ?? '' };
    await back(query);
    expect(await back(query)).toMatchObject({ decided: null });
    await leave();
    expect(await back(query)).toMatchObject({ decided: null });
    expect(decide).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['another nonce', { nonce: 'made-up' }],
    ['another audience', { aud: 'shop' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['a token that is over', { exp: 1_700_000_000 }],
    ['no subject', { sub: undefined }],
  ])('nobody is vouched for with %s', async (_, claims) => {
    claimsFor = () => claims;
    const asked = await leave();
    expect(await back({ code: 'c1', state: asked.get('state') ?? '' })).toMatchObject({
      decided: null,
    });
    expect(decide).not.toHaveBeenCalled();
  });

  it('nobody is vouched for when the person says no there, or the provider cannot be reached', async () => {
    const asked = await leave();
    const no = { error: 'access_denied', state: asked.get('state') ?? '' };
    expect(await back(no)).toMatchObject({ decided: null, next: '/me' });
    await fake?.close();
    expect(await beginAuthorization('oidc', { purpose: 'member', next: '/' })).toBeNull();
  });

  it('nobody is led off the site afterwards (A22)', async () => {
    const asked = await leave('member', '//evil.example');
    expect(await back({ code: 'c1', state: asked.get('state') ?? '' })).toMatchObject({
      next: '/',
    });
  });

  it('a session that was begun is given, an error of the command comes through as itself', async () => {
    const session = { token: 't'.repeat(43), expiresAt: new Date('2027-01-01'), strict: true };
    let asked = await leave();
    const query = new URLSearchParams({ code: 'c1', state: asked.get('state') ?? '' });
    await finishAuthorization('oidc', query, decide, () => session);
    expect(state.jar.get('__Host-lx')).toBe(session.token);
    asked = await leave();
    query.set('state', asked.get('state') ?? '');
    const trouble = new Error('the database is gone');
    const gone = finishAuthorization(
      'oidc',
      query,
      () => Promise.reject(trouble),
      () => undefined,
    );
    await expect(gone).rejects.toBe(trouble);
  });

  it('a provider is not offered until it is configured, and 微信 only inside 微信', async () => {
    expect(await offeredProviders()).toEqual(['oidc']);
    state.env = { ...portal, WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' };
    expect([findProvider('oidc'), findProvider('wechat'), findProvider('credentials')]).toEqual([
      null,
      'wechat',
      null,
    ]);
    expect(await offeredProviders()).toEqual([]);
  });

  it('a provider without https is never asked outside the demo', async () => {
    state.env = { ...state.env, demo: false };
    expect(await beginAuthorization('oidc', { purpose: 'member', next: '/' })).toBeNull();
    expect(fake?.received).toEqual([]);
  });

  it('a provider that is not configured leads nowhere, and who never left comes from nowhere', async () => {
    expect(await back({ code: 'c1', state: 'x' })).toEqual({
      decided: null,
      purpose: 'member',
      next: '/',
    });
    await leave('link', '/me');
    state.env = portal;
    expect(await beginAuthorization('oidc', { purpose: 'member', next: '/' })).toBeNull();
    expect(await back({ code: 'c1', state: 'x' })).toEqual({
      decided: null,
      purpose: 'link',
      next: '/me',
    });
  });

  it('what the browser remembered is taken out of it when the person comes back', async () => {
    const asked = await leave();
    state.sent.length = 0;
    await back({ code: 'c1', state: asked.get('state') ?? '' });
    const gone = state.sent.filter(({ options }) => options.maxAge === 0).map(({ name }) => name);
    const names = ['-state', '-pkce', '-nonce', ''].map((end) => `__Host-lx-w${end}`);
    expect(gone.sort()).toEqual(names.sort());
  });

  it('微信 is asked with a state that it takes, and vouches for an openid of no issuer', async () => {
    state.env = { ...portal, WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' };
    const fetched = vi.fn(async () => Response.json({ openid: 'o-1', access_token: 't' }));
    vi.stubGlobal('fetch', fetched);
    const address = await beginAuthorization('wechat', { purpose: 'member', next: '/me' });
    const short = new URL(address ?? '').searchParams.get('state') ?? '';
    expect(short).toMatch(/^[0-9a-f]{64}$/);
    const query = new URLSearchParams({ code: 'c1', state: short });
    const came = await finishAuthorization('wechat', query, decide, () => undefined);
    vi.unstubAllGlobals();
    const identity = { provider: 'wechat', issuer: '', subject: 'o-1', displayName: '' };
    expect(came).toEqual({
      decided: { identity, purpose: 'member' },
      purpose: 'member',
      next: '/me',
    });
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
