import 'server-only';
import { type Env, env } from '@/lib/env';
import { requestJson, textOf } from '@/lib/request-json';
import type { WechatProvider } from './provider';

const BUSY = new Set(['-1', '45009', '45011']);

interface WechatAccount {
  appId: string;
  appSecret: string;
  authorizeEndpoint?: string;
  apiEndpoint?: string;
  timeoutMs?: number;
}

/**
 * WeChat's web authorisation with the silent scope: the openid and nothing else of the person.
 * Source: developers.weixin.qq.com, 网页授权. The order of the query matters to WeChat.
 */
export function wechatOauth(account: WechatAccount): WechatProvider {
  const authorizeEndpoint = account.authorizeEndpoint ?? 'https://open.weixin.qq.com';
  const apiEndpoint = account.apiEndpoint ?? 'https://api.weixin.qq.com';
  return {
    authorizeUrl({ redirectUri, state }) {
      const url = new URL('/connect/oauth2/authorize', authorizeEndpoint);
      url.search = new URLSearchParams([
        ['appid', account.appId],
        ['redirect_uri', redirectUri],
        ['response_type', 'code'],
        ['scope', 'snsapi_base'],
        ['state', state],
      ]).toString();
      url.hash = 'wechat_redirect';
      return url.href;
    },
    async identify(code) {
      if (!/^[\w-]{8,128}$/.test(code)) return { ok: false, retryable: false, code: 'code_shape' };
      const url = new URL('/sns/oauth2/access_token', apiEndpoint);
      url.search = new URLSearchParams([
        ['appid', account.appId],
        ['secret', account.appSecret],
        ['code', code],
        ['grant_type', 'authorization_code'],
      ]).toString();
      const replied = await requestJson(url, { method: 'GET', timeoutMs: account.timeoutMs });
      if (!replied.ok) return { ok: false, retryable: true, code: replied.code };
      const openid = textOf(replied.body.openid);
      if (openid) return { ok: true, openid, unionid: textOf(replied.body.unionid) || null };
      const refused = String(replied.body.errcode ?? `http_${replied.status}`);
      return { ok: false, retryable: BUSY.has(refused) || replied.status >= 500, code: refused };
    },
  };
}

/** Null until both WECHAT_APP_ID and WECHAT_APP_SECRET are set: the button is then not shown. */
export function chooseWechat(
  settings: Pick<Env, 'WECHAT_APP_ID' | 'WECHAT_APP_SECRET'> = env(),
): WechatProvider | null {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret } = settings;
  return appId && appSecret ? wechatOauth({ appId, appSecret }) : null;
}
