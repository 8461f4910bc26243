import 'server-only';
import { cookies, headers } from 'next/headers';
import { firstOf, withoutHidden } from '../characters';
import { isHttps } from '../http/https';
import { publicOrigin } from '../http/origin';
import { textOf } from '../http/request-json';
import { safeRedirect } from '../http/safe-redirect';
import { cookieNames, type NewSession } from './cookie';
import { giveSession } from './enter';
import { configOfProvider, type IdentityProvider } from './identity-providers';
import { askLibrary, libraryCookies, postToLibrary } from './library';
import { addressForWechat, stateFromWechat } from './wechat';

/** What somebody sets out for: in as a member, in as an officer, or to link this account to the provider's. */
export const purposes = ['member', 'staff', 'link'] as const;
export type Purpose = (typeof purposes)[number];

/** Whom a provider vouches for; `subject` is never given to anybody else (OpenID Connect Core §2). */
export interface Identity {
  readonly provider: IdentityProvider;
  /** The provider's own address (`iss`): two may give the same subject. Empty for 微信. */
  readonly issuer: string;
  readonly subject: string;
  /** What the provider calls the person, for them to recognise; empty when it does not say. */
  readonly displayName: string;
}

const MINUTES = 10;

async function browser() {
  const https = isHttps(await headers());
  const jar = await cookies();
  const options = { httpOnly: true, secure: https, sameSite: 'lax', path: '/' } as const;
  const { state, pkceCodeVerifier, nonce } = libraryCookies(https);
  return {
    away: cookieNames(https).away,
    state: state.name,
    names: [state.name, pkceCodeVerifier.name, nonce.name],
    get: (name: string) => jar.get(name)?.value ?? '',
    keep: (name: string, value: string) =>
      jar.set(name, value, { ...options, maxAge: value ? MINUTES * 60 : 0 }),
  };
}

/**
 * Remembers in this browser what the provider must bring back, and gives the address to send it to.
 * @returns null when the provider cannot be reached
 */
export async function beginAuthorization(
  provider: IdentityProvider,
  { purpose, next }: { purpose: Purpose; next: string },
): Promise<string | null> {
  const config = configOfProvider(provider);
  if (!config) return null;
  const exchange = { origin: await publicOrigin(), providers: [config], token: () => undefined };
  const answer = await postToLibrary(exchange, `signin/${provider}`);
  const { away, state, names, keep } = await browser();
  const given = answer.cookies.getAll().filter(({ name }) => names.includes(name));
  const location = answer.headers.get('location');
  if (!location || !given.some(({ name }) => name === state)) return null;
  for (const { name, value } of given) keep(name, value);
  keep(away, `${purpose} ${safeRedirect(next)}`);
  return provider === 'wechat' ? addressForWechat(location) : location;
}

interface Profile {
  iss?: unknown;
  name?: unknown;
  preferred_username?: unknown;
}

const identityOf = (
  provider: IdentityProvider,
  subject: string,
  profile: Profile = {},
): Identity => ({
  provider,
  subject,
  issuer: provider === 'oidc' ? textOf(profile.iss) : '',
  displayName: firstOf(
    withoutHidden(textOf(profile.name) || textOf(profile.preferred_username)),
    30,
  ),
});

/**
 * Takes what a provider brings back, once: code, state and nonce are judged by the library, the person by
 * `decide`, which may begin a session.
 * @returns what was decided, null when nobody was vouched for; and what they had set out for
 * @throws what `decide` throws
 */
export async function finishAuthorization<T>(
  provider: IdentityProvider,
  query: URLSearchParams,
  decide: (identity: Identity, purpose: Purpose) => Promise<T>,
  sessionOf: (decided: T) => NewSession | undefined,
): Promise<{ decided: T | null; purpose: Purpose; next: string }> {
  const { away, state, names, get, keep } = await browser();
  const [said, next = ''] = get(away).split(' ');
  const purpose = purposes.find((one) => one === said) ?? 'member';
  const pairs = names.map((name) => ({ name, value: get(name) }));
  for (const name of [away, ...names]) keep(name, '');
  const config = configOfProvider(provider);
  if (!config || !said) return { decided: null, purpose, next: safeRedirect(next) };
  const brought = new URLSearchParams(query);
  if (provider === 'wechat') {
    const sealed = { name: state, value: pairs[0]?.value ?? '' };
    brought.set('state', await stateFromWechat(brought.get('state') ?? '', sealed));
  }
  let decided: Promise<T> | undefined;
  let session: NewSession | undefined;
  const origin = await publicOrigin();
  const answer = await askLibrary(
    {
      origin,
      providers: [config],
      cookies: pairs.map(({ name, value }) => `${name}=${value}`).join('; '),
      token: () => session?.token,
      signIn: async ({ account, profile }) => {
        decided = decide(identityOf(provider, account?.providerAccountId ?? '', profile), purpose);
        session = sessionOf(await decided);
        return session ? true : '/';
      },
    },
    `callback/${provider}?${brought}`,
  );
  const value = decided ? await decided : null;
  if (session) await giveSession(answer, session, origin);
  return { decided: value, purpose, next: safeRedirect(next) };
}
