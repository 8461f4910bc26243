import { desk, gets, officers, signedIn, type Visit } from '../outcomes';

const everyone = gets('ok');
/** Between the password and the second factor. */
const halfway = desk(officers);

/** The pages at which somebody signs in, for everybody. */
export const signingIn: Record<string, Visit> = {
  '/login': everyone,
  // Without the sealed phone of the step before there is nothing to type a code for.
  '/login/code': gets('login'),
  '/login/prove': gets('login'),
  '/login/help': everyone,
  '/login/password': everyone,
  '/login/on': everyone,
  '/signed-out': everyone,
  '/staff/login': everyone,
  '/staff/invitation': signedIn(),
  '/staff/totp': halfway,
  // Whoever has bound one already, or has given no password, is sent on.
  '/staff/enrol': gets('elsewhere'),
  '/staff/recovery': halfway,
  '/staff/recovery-codes': desk(officers),
  '/staff/confirm': desk(officers),
};
