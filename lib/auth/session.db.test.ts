import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anAccount, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { roleGrants } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { newId } from '../ids';

const browser = vi.hoisted(() => ({ jar: new Map<string, string>(), headers: new Headers() }));
vi.mock('next/headers', () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { value: browser.jar.get(name) } : undefined),
  }),
}));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));

const {
  actorOfToken,
  currentCtx,
  requireFreshMember,
  requireMember,
  requireRecentSecondFactor,
  requireStaff,
} = await import('./session');

/** Where a page sends this browser, or nothing where it may stay. */
const sentBy = (page: Promise<unknown>) =>
  page.then(
    () => null,
    (error: Error) => error.message,
  );
const signIn = async (mode: 'member' | 'staff' = 'member', role?: 'town_admin') => {
  const made = await arrange(async (tx) => {
    const { accountId } = await anAccount(tx);
    if (role) {
      const { id: organisationId } = await anOrganisation(tx);
      await tx.db.insert(roleGrants).values({ id: newId(), accountId, role, organisationId });
    }
    const assurance = mode === 'staff' ? 'totp' : 'sms';
    return aSignedInSession(tx, accountId, { mode, assurance });
  });
  browser.jar.set('lx', made.token);
  return made;
};
const set = (change: string) => sqlAsOwner().unsafe(`update sessions set ${change}`);

beforeEach(async () => {
  browser.jar.clear();
  browser.headers = new Headers();
  await resetDb();
});

describe('who asks', () => {
  it('is the account of the browser’s session, from where and under which number', async () => {
    await signIn();
    browser.headers = new Headers({ 'x-real-ip': '203.0.113.9', 'x-request-id': 'AB12345678' });
    expect(await currentCtx()).toMatchObject({
      actor: { kind: 'account', mode: 'member' },
      client: { address: '203.0.113.9' },
      requestId: 'AB12345678',
      readsOnly: true,
      inTransaction: false,
    });
    browser.headers = new Headers({ 'x-may-write': '1' });
    expect((await currentCtx()).readsOnly).toBe(false);
  });
  it('stays in use by what somebody does, and not by what an open page asks by itself', async () => {
    const { sessionId } = await signIn('staff', 'town_admin');
    await set(`last_seen_at = now() - interval '14 minutes'`);
    const isUsed = async (sent: Record<string, string>) => {
      browser.headers = new Headers(sent);
      expect((await currentCtx()).actor.kind).toBe('account');
      const [row] = await sqlAsOwner()`
        select last_seen_at > now() - interval '1 minute' as used from sessions where id = ${sessionId}`;
      return row?.used;
    };
    expect(await isUsed({ 'x-by-itself': '1' })).toBe(false);
    expect(await isUsed({})).toBe(true);
  });
  it('is nobody without a session of ours', async () => {
    for (const token of [undefined, 'x'.repeat(43)])
      expect(await actorOfToken(token)).toEqual({ kind: 'anonymous' });
    expect((await currentCtx()).actor).toEqual({ kind: 'anonymous' });
  });
});

describe('a page for members', () => {
  it('opens to who is signed in, and leads a visitor to 登录 and back', async () => {
    expect(await sentBy(requireMember('/me?a=1'))).toBe('to /login?next=%2Fme%3Fa%3D1');
    await signIn();
    expect((await requireMember('/me')).actor.kind).toBe('account');
  });
  it('says of a session that ended why it did', async () => {
    await signIn();
    await set(`ended_at = now(), ended_reason = 'signed_out'`);
    expect(await sentBy(requireMember('/me'))).toBe('to /login?next=%2Fme&ended=signed_out');
  });
  it('with sensitive data opens to a session in use, not after a long pause', async () => {
    expect(await sentBy(requireFreshMember('/me'))).toBe('to /login?next=%2Fme');
    await signIn();
    expect(await sentBy(requireFreshMember('/me'))).toBeNull();
    await set(`last_seen_at = now() - interval '31 minutes'`);
    expect(await sentBy(requireFreshMember('/me'))).toBe('to /login?next=%2Fme&ended=cold');
  });
});

describe('a page of the desk', () => {
  it('opens to an officer with a role alone', async () => {
    expect(await sentBy(requireStaff('/desk'))).toBe('to /staff/login?next=%2Fdesk');
    await signIn('staff');
    expect(await sentBy(requireStaff('/desk'))).toBe('to /staff/login?next=%2Fdesk');
    await signIn('staff', 'town_admin');
    expect(await sentBy(requireStaff('/desk'))).toBeNull();
  });
  it('of exports and roles asks for a second factor of the last ten minutes', async () => {
    await signIn('staff', 'town_admin');
    const page = () => sentBy(requireRecentSecondFactor('/desk/roles'));
    expect(await page()).toBe('to /staff/confirm?next=%2Fdesk%2Froles');
    await set('stepped_up_at = now()');
    expect(await page()).toBeNull();
    await set(`stepped_up_at = now() - interval '11 minutes'`);
    expect(await page()).toBe('to /staff/confirm?next=%2Fdesk%2Froles');
  });
});
