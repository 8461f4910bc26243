export type WechatIdentity =
  | { ok: true; openid: string; unionid: string | null }
  | { ok: false; retryable: boolean; code: string };

/** Sign-in inside WeChat; an optional binding, never the only way in. */
export interface WechatProvider {
  /** Where to send the person; WeChat returns them to `redirectUri` with `code` and `state`. */
  authorizeUrl(request: { redirectUri: string; state: string }): string;
  /** Who holds the one-time `code`. Never throws. */
  identify(code: string): Promise<WechatIdentity>;
}
