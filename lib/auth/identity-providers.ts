import 'server-only';
import { headers } from 'next/headers';
import type { Provider } from 'next-auth/providers';
import { env } from '../env';
import { isWechatBrowser } from './client';
import { oidcProvider } from './oidc';
import { wechatProvider } from './wechat';

/** Who vouches for a person: 微信, and whoever runs OpenID Connect for the city or the company. */
export const identityProviders = ['wechat', 'oidc'] as const;
export type IdentityProvider = (typeof identityProviders)[number];

/** Null until it is configured: its routes answer 404 and its button is not shown. */
export function configOfProvider(provider: IdentityProvider): Provider | null {
  const { WECHAT_APP_ID, WECHAT_APP_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } =
    env();
  if (provider === 'wechat')
    return WECHAT_APP_ID && WECHAT_APP_SECRET
      ? wechatProvider({ appId: WECHAT_APP_ID, appSecret: WECHAT_APP_SECRET })
      : null;
  return OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
    ? oidcProvider({
        issuer: OIDC_ISSUER,
        clientId: OIDC_CLIENT_ID,
        clientSecret: OIDC_CLIENT_SECRET,
      })
    : null;
}

/** The provider that an address names, when it is configured. Null otherwise. */
export const findProvider = (name: string): IdentityProvider | null =>
  identityProviders.find((provider) => provider === name && configOfProvider(provider)) ?? null;

/** What people call a way in: 微信, or the name that OIDC_NAME says. */
export const providerName = (provider: IdentityProvider): string =>
  provider === 'wechat' ? '微信' : env().OIDC_NAME;

/** What can be offered in this browser: 微信 only inside 微信. */
export async function offeredProviders(): Promise<IdentityProvider[]> {
  const agent = (await headers()).get('user-agent') ?? '';
  return identityProviders.filter(
    (provider) => configOfProvider(provider) && (provider === 'oidc' || isWechatBrowser(agent)),
  );
}
