import 'server-only';
import { type NextRequest, NextResponse } from 'next/server';
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from 'next-auth';
import { authSecret } from '../crypto/keys';
import { log } from '../log';
import { cookieNames } from './cookie';
import { sessionTable } from './session-table';

/** What one exchange with the library is about. */
export interface Exchange {
  /** Where people reach us; never what a request says of its own host (X08). */
  readonly origin: string;
  readonly providers: NextAuthConfig['providers'];
  /** The token of the session that a command began, once it has. */
  readonly token: () => string | undefined;
  readonly signIn?: NonNullable<NextAuthConfig['callbacks']>['signIn'];
  /** Cookies of this browser that the library may see: those that it set itself. */
  readonly cookies?: string;
}

const isHttps = (origin: string) => origin.startsWith('https:');

/** A name of the library's own for each cookie that it keeps while somebody is away at a provider. */
export const libraryCookies = (https: boolean) => {
  const away = cookieNames(https).away;
  const options = { httpOnly: true, secure: https, sameSite: 'lax', path: '/' } as const;
  const named = (part: string) => ({ name: `${away}-${part}`, options });
  return { state: named('state'), pkceCodeVerifier: named('pkce'), nonce: named('nonce') };
};

/** Wrong codes are no trouble; everything else is told by its kind alone. */
const logger: NextAuthConfig['logger'] = {
  error: (error) => {
    if (error instanceof CredentialsSignin) return;
    // Its `name` is shortened by the bundler.
    const code = error instanceof AuthError ? error.type : 'other';
    log().warn('sign-in failed', { event: 'sign_in', code });
  },
  warn: () => undefined,
  debug: () => undefined,
};

const configOf = ({ origin, providers, token, signIn }: Exchange): NextAuthConfig => ({
  basePath: '/api/auth',
  secret: authSecret(),
  trustHost: true,
  useSecureCookies: isHttps(origin),
  cookies: {
    sessionToken: { name: cookieNames(isHttps(origin)).session },
    ...libraryCookies(isHttps(origin)),
  },
  session: { strategy: 'jwt' },
  jwt: sessionTable,
  callbacks: {
    ...(signIn && { signIn }),
    jwt: ({ token: payload }) => ({ ...payload, session: token() }),
  },
  pages: { signIn: '/login', error: '/login' },
  providers,
  logger,
});

/** A plain request: Next's own would make `localhost` of 127.0.0.1, and the way back another host. */
function asked(exchange: Exchange, path: string, init?: { cookies?: string; body?: string }) {
  const url = new URL(`/api/auth/${path}`, exchange.origin);
  const plain = new Request(url, {
    headers: {
      cookie: [exchange.cookies, init?.cookies].filter(Boolean).join('; '),
      ...(init?.body && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(init?.body && { method: 'POST', body: init.body }),
  });
  const request: Request = Object.assign(plain, { nextUrl: url });
  return request as NextRequest;
}

/** Asks the library as a browser would that comes back from a provider. */
export async function askLibrary(exchange: Exchange, path: string): Promise<NextResponse> {
  const { handlers } = NextAuth(configOf(exchange));
  const answer = await handlers.GET(asked(exchange, path));
  return new NextResponse(null, answer);
}

/**
 * Posts to the library as its own sign-in page would, token against forgery included. Its handler is not
 * open to browsers, and it sees no cookie but its own: it takes each whose name begins like that of the
 * session (`lx-b`, `lx-f`) for a piece of it.
 */
export async function postToLibrary(exchange: Exchange, path: string): Promise<NextResponse> {
  const { handlers } = NextAuth(configOf(exchange));
  const given = await handlers.GET(asked(exchange, 'csrf'));
  const { csrfToken } = (await given.json()) as { csrfToken: string };
  const cookies = new NextResponse(null, given).cookies.getAll();
  const answer = await handlers.POST(
    asked(exchange, path, {
      cookies: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
      body: String(new URLSearchParams({ csrfToken, callbackUrl: '/' })),
    }),
  );
  return new NextResponse(null, answer);
}
