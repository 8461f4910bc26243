import { describe, expect, it } from 'vitest';
import type { AccountActor } from '../actor';
import type { Ctx } from '../ctx';
import { linkIndex } from './linked-account';
import { isStandIn } from './officer-name';
import { hashPassword, PASSWORD_MAX, PASSWORD_MIN, passwordMatches, weaknessOf } from './password';
import { phoneOfTicket, phoneTicket } from './phone-ticket';
import { hasRecentSecondFactor, STEP_UP_MINUTES } from './step-up';
import { newTotpSecret, STEPS_AHEAD, totpCode, totpStep, totpUri } from './totp';

const now = new Date('2026-11-24T02:00:10Z');
const later = (ms: number) => new Date(now.getTime() + ms);

describe('a new password', () => {
  const phone = '13912345678';
  it.each([
    ['qwmzpx7', 'short'],
    ['qwmzpx7t', null],
    ['𠮷𠮷𠮷abcd', 'short'],
    ['𠮷𠮷𠮷abcde', null],
    ['p'.repeat(PASSWORD_MAX), 'common'],
    ['password', 'common'],
    ['Pass Word', 'common'],
    ['abababab', 'common'],
    ['abcabcabc', null],
    [`x${phone}y`, 'phone'],
    [`xy 1234 5678`, 'phone'],
    ['xy2345678zz', null],
  ])('%j is weak as %s', (password, why) => expect(weaknessOf(password, phone)).toBe(why));
  it('is of 8 to 128 characters', () => {
    expect([PASSWORD_MIN, PASSWORD_MAX]).toEqual([8, 128]);
    expect(weaknessOf('abc'.repeat(50).slice(0, 128), phone)).toBeNull();
    expect(weaknessOf('abc'.repeat(50).slice(0, 129), phone)).toBe('long');
  });
});

describe('a stored password', () => {
  it('is argon2id of the cost asked for, never the same twice, and fits itself alone', async () => {
    const [stored, again] = [await hashPassword('qwmzpx7t'), await hashPassword('qwmzpx7t')];
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(stored).not.toBe(again);
    expect(await passwordMatches(stored, 'qwmzpx7t')).toBe(true);
    expect(await passwordMatches(stored, 'qwmzpx7T')).toBe(false);
  });
  it('of nobody fits nothing, not even the words it is compared with', async () => {
    expect(await passwordMatches(null, 'no account has this')).toBe(false);
  });
  it('is compared with what is not too long to be one', async () => {
    const longest = 'ab'.repeat(64);
    const stored = await hashPassword(`${longest}c`);
    expect(await passwordMatches(stored, `${longest}c`)).toBe(false);
    expect(await passwordMatches(await hashPassword(longest), longest)).toBe(true);
  });
});

describe('the second factor', () => {
  const secret = newTotpSecret();
  const step = (at: Date) => Math.floor(at.getTime() / 30_000);
  const judge = (code: string, last: number | null = null) => totpStep(secret, code, now, last);
  it('takes the code of this half minute and of its neighbours, and no other', () => {
    for (const [ms, expected] of [
      [0, step(now)],
      [-30_000, step(now) - 1],
      [30_000, step(now) + 1],
      [-60_000, null],
      [60_000, null],
    ] as const)
      expect(judge(totpCode(secret, later(ms)))).toBe(expected);
  });
  it('takes a code once, and none of before it', () => {
    const code = totpCode(secret, now);
    expect(judge(code, step(now) - 1)).toBe(step(now));
    expect(judge(code, step(now))).toBeNull();
    expect(judge(code, step(now) + 1)).toBeNull();
  });
  it('forgets a step so far ahead that the clock was put back since', () => {
    const code = totpCode(secret, now);
    expect(judge(code, step(now) + STEPS_AHEAD)).toBeNull();
    expect(judge(code, step(now) + STEPS_AHEAD + 1)).toBe(step(now));
  });
  it.each(['', '12345', '1234567', 'abcdef', ' 12345', '１２３４５６'])('is not %j', (code) =>
    expect(judge(code)).toBeNull(),
  );
  it('has a secret of 160 bits, which the app reads with whose it is', () => {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    const uri = new URL(totpUri(secret, '陈一帆', '某区总工会'));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(uri.pathname)).toBe('/某区总工会:陈一帆');
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(uri.searchParams.get('issuer')).toBe('某区总工会');
  });
});

describe('a second factor given just now', () => {
  const actor = (more: object) =>
    ({ kind: 'account', assurance: 'totp', steppedUpAt: now, ...more }) as unknown as AccountActor;
  const isRecent = (more: object, at = now) =>
    hasRecentSecondFactor({ actor: actor(more), now: at });
  it('counts for ten minutes', () => {
    expect(STEP_UP_MINUTES).toBe(10);
    expect(isRecent({}, later(600_000 - 1))).toBe(true);
    expect(isRecent({}, later(600_000))).toBe(false);
  });
  it('was given by nobody who only has a password, who never gave it, or is not signed in', () => {
    expect(isRecent({ assurance: 'password' })).toBe(false);
    expect(isRecent({ steppedUpAt: null })).toBe(false);
    expect(isRecent({ kind: 'anonymous' })).toBe(false);
  });
});

describe('a phone carried to the next page', () => {
  const from = (browser?: string) =>
    ({ client: browser === undefined ? undefined : { browser } }) as unknown as Ctx;
  it('is read in the same browser alone', () => {
    const ticket = phoneTicket(from('a'), '13900000001');
    expect(ticket).not.toContain('13900000001');
    expect(phoneOfTicket(from('a'), ticket)).toBe('13900000001');
    for (const other of [from('b'), from(undefined)])
      expect(phoneOfTicket(other, ticket)).toBeNull();
    expect(phoneOfTicket(from('a'), `${ticket}x`)).toBeNull();
    expect(phoneOfTicket(from(), phoneTicket(from(''), '1'))).toBe('1');
  });
});

describe('what a provider vouches for', () => {
  const of = (provider: 'wechat' | 'oidc', issuer: string, subject: string) =>
    linkIndex({ provider, issuer, subject, displayName: '' });
  it('is stored by provider, issuer and subject, none of which can be read', () => {
    const all = [
      of('wechat', '', 'u1'),
      of('oidc', '', 'u1'),
      of('oidc', 'https://a', 'u1'),
      of('oidc', 'https://b', 'u1'),
      of('oidc', 'https://a', 'u2'),
    ];
    expect(new Set(all).size).toBe(5);
    for (const index of all) expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(of('wechat', '', 'u1')).toBe(all[0]);
  });
});

it('a stand-in is no name', () => {
  expect(['用户2222', '用户222', '用户22222', '韦小勇', 'x用户2222'].map(isStandIn)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
