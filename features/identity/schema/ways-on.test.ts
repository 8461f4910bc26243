import { describe, expect, it } from 'vitest';
import { afterOfficerPassword, afterProvider, codePage, deskAfterSignIn, homeOf } from './ways-on';

const traps = [
  '//e.cn',
  '/\\e.cn',
  'https:e.cn',
  '%2f%2fe.cn',
  '/%2fe.cn',
  'javascript:alert(1)',
  'data:text/html,x',
  '/@e.cn',
  '/\te.cn',
  '/\r\nSet-Cookie:x',
  'https://e.cn/me',
  '',
];

describe('where a sign-in leads (A22)', () => {
  it.each(traps)('%j leads home', (next) => {
    expect(homeOf({ next })).toBe('/');
    expect(deskAfterSignIn({ next })).toBe('/desk');
  });
  it('a provider’s answer leads on, to the factor or the question by a page of ours, or to words', () => {
    const answered = { provider: 'oidc', purpose: 'member', next: '/me' } as const;
    const gone = (value: object) => ({ ok: true, value }) as const;
    expect(afterProvider({ ...answered, decided: gone({}) })).toBe('/me');
    expect(afterProvider({ ...answered, decided: gone({}), next: '//e.cn' })).toBe('/');
    expect(afterProvider({ ...answered, decided: gone({ prove: 'p' }) })).toBe(
      '/login/prove?to=p&next=%2Fme',
    );
    expect(afterProvider({ ...answered, decided: gone({ link: 'a b' }), purpose: 'link' })).toBe(
      '/login/on?next=%2Fme%2Fsign-ins%3Flink%3Da%2520b',
    );
    expect(afterProvider({ ...answered, decided: gone({}), purpose: 'staff', next: '/desk' })).toBe(
      '/login/on?next=%2Fstaff%2Ftotp%3Fnext%3D%252Fdesk',
    );
    expect(afterProvider({ ...answered, decided: null })).toBe(
      '/login?failed=broken&by=oidc&next=%2Fme',
    );
    const no = { ok: false, reason: 'not_officer' } as const;
    expect(afterProvider({ ...answered, decided: no, purpose: 'staff' })).toBe(
      '/staff/login?failed=not_officer&by=oidc&next=%2Fme',
    );
  });
  it('goes on to a page of this site', () => {
    expect(homeOf({ next: '/join/ABC?x=1' })).toBe('/join/ABC?x=1');
    expect(codePage({ to: 'a|b', next: '/me' })).toBe('/login/code?to=a%7Cb&next=%2Fme');
    expect(afterOfficerPassword({ enrolled: false })).toBe('/staff/enrol');
    expect(afterOfficerPassword({ enrolled: true, next: '/desk' })).toBe(
      '/staff/totp?next=%2Fdesk',
    );
  });
});
