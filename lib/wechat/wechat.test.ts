import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, fakeServer } from '@/lib/testing/fake-server';
import { chooseWechat, wechatOauth } from './oauth';
import { isWechatState, newWechatState } from './state';

const account = { appId: 'wx0000000000000001', appSecret: 'test-secret' };
const now = new Date('2026-11-24T02:00:00Z');

let server: Awaited<ReturnType<typeof fakeServer>> | undefined;
afterEach(() => server?.close());

async function answering(answer: Answer) {
  server = await fakeServer(() => answer);
  const oauth = wechatOauth({ ...account, apiEndpoint: server.endpoint, timeoutMs: 300 });
  return { oauth, received: server.received };
}

describe('sign-in through WeChat', () => {
  it('is off until it is set up', () => {
    expect(chooseWechat({})).toBeNull();
    expect(chooseWechat({ WECHAT_APP_ID: 'wx1' })).toBeNull();
    expect(chooseWechat({ WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' })).not.toBeNull();
  });

  it('asks for the openid only', () => {
    const redirectUri = 'https://ghg.example.cn/api/auth/wechat?x=1';
    expect(wechatOauth(account).authorizeUrl({ redirectUri, state: 'ab12' })).toBe(
      'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0000000000000001&redirect_uri=https%3A%2F%2Fghg.example.cn%2Fapi%2Fauth%2Fwechat%3Fx%3D1&response_type=code&scope=snsapi_base&state=ab12#wechat_redirect',
    );
  });

  it('exchanges the code for the openid', async () => {
    const { oauth, received } = await answering({ body: { openid: 'o-1', access_token: 't' } });
    expect(await oauth.identify('code-00000001')).toEqual({
      ok: true,
      openid: 'o-1',
      unionid: null,
    });
    const [path, query] = received[0]?.url.split('?') ?? [];
    expect(path).toBe('/sns/oauth2/access_token');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      appid: account.appId,
      secret: 'test-secret',
      code: 'code-00000001',
      grant_type: 'authorization_code',
    });
  });

  it.each([
    [{ body: { errcode: 40029, errmsg: 'invalid code' } }, false, '40029'],
    [{ body: { errcode: 40163, errmsg: 'code been used' } }, false, '40163'],
    [{ body: { errcode: -1, errmsg: 'system error' } }, true, '-1'],
    [{ body: {}, status: 502 }, true, 'http_502'],
    [{ delayMs: 2_000 }, true, 'timeout'],
  ])('passes on a refusal: %j', async (answer, retryable, code) => {
    const { oauth } = await answering(answer);
    expect(await oauth.identify('code-00000001')).toEqual({ ok: false, retryable, code });
  });

  it('does not send what cannot be a code', async () => {
    const outcome = await wechatOauth(account).identify('../x&y=1');
    expect(outcome).toEqual({ ok: false, retryable: false, code: 'code_shape' });
  });

  it('accepts only the state this browser was given, for ten minutes', () => {
    const key = Buffer.alloc(32, 7);
    const { state, cookie } = newWechatState(now, key);
    expect(state).toMatch(/^[0-9a-f]{32}$/);
    expect(isWechatState(state, cookie, now, key)).toBe(true);
    expect(isWechatState(newWechatState(now, key).state, cookie, now, key)).toBe(false);
    expect(isWechatState(state, undefined, now, key)).toBe(false);
    expect(isWechatState(state, cookie, new Date(now.getTime() + 11 * 60_000), key)).toBe(false);
  });
});
