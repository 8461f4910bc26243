import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FakeAnswer, fakeServer } from '@/lib/testing/fake-server';

vi.mock('../env', () => ({
  env: () => ({ APP_SECRET: Buffer.alloc(32, 1).toString('base64'), demo: true }),
}));
const { authSecret } = await import('../crypto/keys');
const { addressForWechat, stateFromWechat, wechatProvider } = await import('./wechat');

const account = { appId: 'wx0000000000000001', appSecret: 'test-secret' };
const site = 'https://ghg.example.cn/api/auth';

let server: Awaited<ReturnType<typeof fakeServer>> | undefined;
afterEach(() => server?.close());

/** The library with WeChat's fake endpoint, and whom it says to have met. */
async function answering(answer: FakeAnswer) {
  server = await fakeServer(() => answer);
  const met: unknown[] = [];
  const { handlers } = NextAuth({
    ...{ basePath: '/api/auth', secret: authSecret(), trustHost: true },
    providers: [wechatProvider({ ...account, apiEndpoint: server.endpoint, timeoutMs: 300 })],
    callbacks: { signIn: ({ account: one }) => !met.push(one?.providerAccountId) || '/' },
    logger: { error: () => undefined },
  });
  return { handlers, met };
}

const cookiesOf = (answer: Response) =>
  answer.headers.getSetCookie().map((line) => line.split(';')[0]);

/** To WeChat and back as a browser goes. */
async function travel({ handlers }: Awaited<ReturnType<typeof answering>>) {
  const csrf = await handlers.GET(new NextRequest(`${site}/csrf`));
  const body = new URLSearchParams(await csrf.json());
  const headers = {
    cookie: cookiesOf(csrf).join('; '),
    'content-type': 'application/x-www-form-urlencoded',
  };
  const out = await handlers.POST(
    new NextRequest(`${site}/signin/wechat`, { method: 'POST', headers, body }),
  );
  const stateCookie = cookiesOf(out).find((one) => one?.includes('.state=')) ?? '';
  const sealed = {
    name: stateCookie.split('=')[0] ?? '',
    value: stateCookie.slice(stateCookie.indexOf('=') + 1),
  };
  const address = addressForWechat(out.headers.get('location') ?? '');
  const short = new URL(address).searchParams.get('state') ?? '';
  const state = await stateFromWechat(short, sealed);
  const query = new URLSearchParams({ code: 'code-00000001', state });
  await handlers.GET(
    new NextRequest(`${site}/callback/wechat?${query}`, { headers: { cookie: stateCookie } }),
  );
  return { address, short, sealed };
}

describe('sign-in through WeChat', () => {
  it('WeChat is asked for the openid only, in its order, with a state that it takes', async () => {
    const { address, short } = await travel(await answering({ body: {} }));
    expect(address).toBe(
      `https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0000000000000001&redirect_uri=https%3A%2F%2Fghg.example.cn%2Fapi%2Fauth%2Fcallback%2Fwechat&response_type=code&scope=snsapi_base&state=${short}#wechat_redirect`,
    );
    expect(short).toMatch(/^[0-9a-f]{64}$/);
  });

  it('the code is exchanged for the openid as documented', async () => {
    const asked = await answering({ body: { openid: 'o-1', access_token: 't' } });
    await travel(asked);
    expect(asked.met).toEqual(['o-1']);
    const [path, query] = server?.received[0]?.url.split('?') ?? [];
    expect(path).toBe('/sns/oauth2/access_token');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      appid: account.appId,
      secret: 'test-secret',
      code: 'code-00000001',
      grant_type: 'authorization_code',
    });
    expect(server?.received[0]?.headers.authorization).toBeUndefined();
  });

  it.each([
    [{ body: { errcode: 40029, errmsg: 'invalid code' } }],
    [{ body: { access_token: 't' } }],
    [{ body: { access_token: 't', openid: { $ne: '' } } }],
    [{ body: {}, status: 502 }],
    [{ body: 'not json' }],
    [{ delayMs: 2_000 }],
  ])('nobody is met when WeChat answers %j', async (answer) => {
    const asked = await answering(answer);
    await travel(asked);
    expect(asked.met).toEqual([]);
  });

  it('the state of another browser is a stranger’s', async () => {
    const asked = await answering({ body: { openid: 'o-1', access_token: 't' } });
    const [mine, others] = [await travel(asked), await travel(asked)];
    expect(await stateFromWechat(mine.short, mine.sealed)).not.toBe('');
    expect(await stateFromWechat(others.short, mine.sealed)).toBe('');
    expect(await stateFromWechat(mine.short, { name: mine.sealed.name, value: '' })).toBe('');
  });
});
