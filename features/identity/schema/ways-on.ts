import { safeRedirect } from '@/lib/http/safe-redirect';

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

/** After the texted code or WeChat: home, or on to the identity number of a phone that was silent. */
export const afterCode = (value: Next & { prove?: string }): string =>
  value.prove
    ? withNext(`/login/prove?to=${encodeURIComponent(value.prove)}`, value.next)
    : homeOf(value);

/** What came of asking a provider. */
interface Authorization {
  provider: string;
  decided:
    | { ok: true; value: { prove?: string; link?: string } }
    | { ok: false; reason: string }
    | null;
  purpose: 'member' | 'staff' | 'link';
  next: string;
}

const doors = { member: '/login', staff: '/staff/login', link: '/me/sign-ins' } as const;

/**
 * By a page of ours: a cookie that no other site's request may carry, an officer's, is not sent with the
 * redirects of one either.
 */
const byOurPage = (path: string): string => withNext('/login/on', path);

/** After a provider's answer: on, or back to the door it began at and what went wrong. */
export function afterProvider({ provider, decided, purpose, next }: Authorization): string {
  if (!decided?.ok) {
    const failed = decided ? decided.reason : 'broken';
    const back = `${doors[purpose]}?failed=${failed}&by=${provider}`;
    return purpose === 'link' ? byOurPage(back) : withNext(back, next);
  }
  const { prove, link } = decided.value;
  if (link) return byOurPage(`${doors.link}?link=${encodeURIComponent(link)}`);
  return purpose === 'staff'
    ? byOurPage(withNext('/staff/totp', next))
    : afterCode({ prove, next });
}

/** After 不是我的: home on an account of one's own, or to the phone when it was a WeChat. */
export const afterDisowning = (value: Next & { session?: unknown }): string =>
  value.session ? homeOf(value) : withNext('/login', value.next);

/** The same for an officer. */
export const deskAfterSignIn = (value: Next): string => safeRedirect(value.next, '/desk');

/** After the password: give the second factor, or bind one at the first sign-in. */
export const afterOfficerPassword = (value: Next & { enrolled: boolean }): string =>
  withNext(value.enrolled ? '/staff/totp' : '/staff/enrol', value.next);

type AccountChange = keyof typeof accountChanges;

/** What the page says after it is done. */
export const accountChanges = {
  granted: '已授予，马上生效。已通知本人。',
  revoked: '已收回，马上生效。已通知本人。',
  disabled: '账号已停用，所有设备已退出。',
  enabled: '账号已恢复，可以登录了。',
  term: '任期已改，马上生效。',
  invited: '邀请短信已发，本人登录接受后生效。',
  withdrawn: '邀请已撤回。',
  unbound: '动态码已解绑，本人下次登录工作台时重新绑定。',
} as const;

/** Back to the person whose role or account was changed, and a line that says so. */
export const rolePage =
  (done: AccountChange) =>
  (value: object, input: object): string => {
    const named = 'accountId' in value ? value : input;
    return `/desk/roles?account=${'accountId' in named ? named.accountId : ''}&done=${done}`;
  };
