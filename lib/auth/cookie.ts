import 'server-only';
import { cookies, headers } from 'next/headers';
import { isHttps } from '../http/https';

/** What a browser is given after sign-in; the database keeps only the token's hash. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
  /** Officers' cookies never travel with a request that another site started. */
  readonly strict: boolean;
}

/** `__Host-` binds a cookie to this very host over https; plain http (demo) does not allow it. */
export const cookieNames = (https: boolean) =>
  https
    ? { session: '__Host-lx', browser: '__Host-lx-b', away: '__Host-lx-w', form: '__Host-lx-f' }
    : { session: 'lx', browser: 'lx-b', away: 'lx-w', form: 'lx-f' };

/** The session cookie's name in this request: `__Host-` before it over https (A18). */
export const sessionCookie = async (): Promise<string> =>
  cookieNames(isHttps(await headers())).session;

/** Gives the browser its session, or takes it back; only inside an action or a route handler. */
export async function setSessionCookie(session: NewSession | null): Promise<void> {
  const https = isHttps(await headers());
  const jar = await cookies();
  jar.set(cookieNames(https).session, session?.token ?? '', {
    httpOnly: true,
    secure: https,
    sameSite: session?.strict ? 'strict' : 'lax',
    path: '/',
    expires: session?.expiresAt ?? new Date(0),
  });
}
