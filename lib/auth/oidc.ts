import 'server-only';
import { customFetch } from 'next-auth';
import type { OIDCConfig } from 'next-auth/providers';
import { fetchProvider } from './provider-fetch';

interface Claims {
  iss: string;
  sub: string;
}

/**
 * Any provider that speaks OpenID Connect: code flow with PKCE, state and nonce. Asked for who it is (`sub`)
 * and a name to show while one's account is linked; never for an e-mail address, which proves nothing here.
 */
export const oidcProvider = (client: {
  issuer: string;
  clientId: string;
  clientSecret: string;
}): OIDCConfig<Claims> => ({
  ...client,
  id: 'oidc',
  name: 'OpenID Connect',
  type: 'oidc',
  checks: ['pkce', 'state', 'nonce'],
  authorization: { params: { scope: 'openid profile' } },
  profile: ({ sub }) => ({ id: sub }),
  [customFetch]: fetchProvider,
});
