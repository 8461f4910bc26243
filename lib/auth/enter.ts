import 'server-only';
import Credentials from 'next-auth/providers/credentials';
import { configuredOrigin } from '../http/configured-origin';
import type { Result } from '../result';
import { cookieNames, type NewSession, setSessionCookie } from './cookie';
import { postToLibrary } from './library';

/** The ways in that need nobody else: a texted code, a member's password, an officer's two factors. */
export type WayIn = 'sms' | 'password' | 'officer';

// Nothing of the exchange leaves this process, so that the demo's own address matters to nobody.
const here = () => configuredOrigin() ?? 'http://localhost';

/**
 * Signs this browser in by a credentials provider of next-auth. What counts as a credential is the
 * command's business: it decides, begins the session in its own transaction, and is asked once.
 * @param sessionOf the session in the command's result, or undefined while more must be proved
 * @returns the command's own result, refusals included
 * @throws what the command throws, and when the library does not give the session that was begun
 */
export async function enterBy<T>(
  way: WayIn,
  decide: () => Promise<Result<T>>,
  sessionOf: (value: T) => NewSession | undefined,
): Promise<Result<T>> {
  let decided: Promise<Result<T>> | undefined;
  let session: NewSession | undefined;
  const authorize = async () => {
    decided = decide();
    const result = await decided;
    session = result.ok ? sessionOf(result.value) : undefined;
    return session ? {} : null;
  };
  const origin = here();
  const answer = await postToLibrary(
    { origin, providers: [Credentials({ id: way, authorize })], token: () => session?.token },
    `callback/${way}`,
  );
  if (!decided) throw new Error('the library asked nobody');
  const result = await decided;
  if (session) await giveSession(answer, session, origin);
  return result;
}

/** Hands on the cookie that the library gave, for as long as the session's row says. */
export async function giveSession(
  answer: { cookies: { get(name: string): { value: string } | undefined } },
  session: NewSession,
  origin: string,
): Promise<void> {
  const token = answer.cookies.get(cookieNames(origin.startsWith('https:')).session)?.value;
  if (token !== session.token) throw new Error('the library gave no session');
  await setSessionCookie(session);
}
