import 'server-only';
import { customFetch } from 'next-auth';
import { decode } from 'next-auth/jwt';
import WeChat from 'next-auth/providers/wechat';
import { authSecret } from '../crypto/keys';
import { safeEqual, sha256Hex } from '../crypto/token';
import { requestJson, textOf } from '../http/request-json';

export interface WechatAccount {
  readonly appId: string;
  readonly appSecret: string;
  readonly apiEndpoint?: string;
  readonly timeoutMs?: number;
}

/** The documented GET: what the library would post, with a header of its own, WeChat does not promise to read. */
const tokenFetch =
  ({ appId, appSecret, apiEndpoint = 'https://api.weixin.qq.com', timeoutMs }: WechatAccount) =>
  async (_url: unknown, init?: { body?: unknown }): Promise<Response> => {
    const code = init?.body instanceof URLSearchParams ? init.body.get('code') : null;
    const url = new URL('/sns/oauth2/access_token', apiEndpoint);
    url.search = new URLSearchParams([
      ['appid', appId],
      ['secret', appSecret],
      ['code', code ?? ''],
      ['grant_type', 'authorization_code'],
    ]).toString();
    const replied = await requestJson(url, { method: 'GET', timeoutMs });
    if (!replied.ok) throw new Error(`WeChat: ${replied.code}`);
    return Response.json(replied.body, { status: replied.status });
  };

/**
 * The library's provider with the silent scope: the openid and nothing else of the person.
 * Source: developers.weixin.qq.com, 网页授权.
 */
export const wechatProvider = (account: WechatAccount) =>
  WeChat({
    clientId: account.appId,
    clientSecret: account.appSecret,
    platformType: 'OfficialAccount',
    authorization: { params: { appid: account.appId, scope: 'snsapi_base' } },
    userinfo: { request: async ({ tokens }: { tokens: object }) => tokens },
    profile: (profile) => {
      const openid = textOf(profile.openid);
      if (!openid) throw new Error('WeChat named nobody');
      return { id: openid };
    },
    [customFetch]: tokenFetch(account),
  });

/** WeChat takes at most 128 letters and digits as `state`; the library's is longer, so its hash travels. */
const shortened = (state: string) => sha256Hex(state);

/** The library's address as WeChat reads it: in its own order, with its ending, and a state that it takes. */
export function addressForWechat(location: string): string {
  const given = new URL(location);
  const url = new URL(given.pathname, given.origin);
  for (const name of ['appid', 'redirect_uri', 'response_type', 'scope', 'state']) {
    const value = given.searchParams.get(name) ?? '';
    url.searchParams.set(name, name === 'state' ? shortened(value) : value);
  }
  url.hash = 'wechat_redirect';
  return url.href;
}

/**
 * The state that the library waits for, when its hash is what WeChat brought back.
 * @param sealed the library's own cookie of that name
 * @returns '' for another browser's answer: the library then refuses it
 */
export async function stateFromWechat(
  short: string,
  sealed: { name: string; value: string },
): Promise<string> {
  const opened = await decode({
    token: sealed.value,
    salt: sealed.name,
    secret: authSecret(),
  }).catch(() => null);
  const state = textOf(opened?.value);
  return state && safeEqual(shortened(state), short) ? state : '';
}
