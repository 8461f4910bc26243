import { describe, expect, it } from 'vitest';
import { afterOfficerPassword, codePage, deskOf, homeOf } from './ways-on';

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
    expect(deskOf({ next })).toBe('/desk');
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
