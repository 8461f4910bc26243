import { safeRedirect } from '@/lib/safe-redirect';

interface Next {
  next?: string;
}

const withNext = (path: string, next: string | undefined): string =>
  next ? `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}` : path;

/** The page that asks for the texted code; the phone travels sealed. */
export const codePage = (value: Next & { to: string }): string =>
  withNext(`/login/code?to=${encodeURIComponent(value.to)}`, value.next);

/** Back to where a member was going, and only ever within this site (A22). */
export const homeOf = (value: Next): string => safeRedirect(value.next, '/');

/** The same for an officer. */
export const deskOf = (value: Next): string => safeRedirect(value.next, '/desk');

/** After the password: give the second factor, or bind one at the first sign-in. */
export const afterOfficerPassword = (value: Next & { enrolled: boolean }): string =>
  withNext(value.enrolled ? '/staff/totp' : '/staff/enrol', value.next);

/** Back to the person whose role or account was changed. */
export const rolePage = (_value: unknown, input: { accountId: string }): string =>
  `/desk/roles?account=${input.accountId}`;
