import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anAccount, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';

const browser = vi.hoisted(() => ({
  jar: new Map<string, string>(),
  set: [] as { name: string; value: string; options: Record<string, unknown> }[],
  headers: new Headers(),
}));
vi.mock('next/headers', () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    has: (name: string) => browser.jar.has(name),
    get: (name: string) => (browser.jar.has(name) ? { value: browser.jar.get(name) } : undefined),
    set: (name: string, value: string, options: Record<string, unknown>) => {
      browser.set.push({ name, value, options });
      browser.jar.set(name, value);
    },
  }),
}));

const { findKeptForm, forgetForm, saveUnsentForm } = await import('./kept-form');

const values = { title: '电工班', tags: ['甲', '乙'] };
const form = (marked = true) => {
  const made = new FormData();
  if (marked) made.set('$FORM', 'f1');
  return made;
};
const signIn = async () => {
  const { accountId } = await arrange((tx) => anAccount(tx));
  const { token } = await arrange((tx) => aSignedInSession(tx, accountId));
  browser.jar.set('lx', token);
  return token;
};
const endAll = () => sqlAsOwner()`update sessions set ended_at = now(), ended_reason = 'idle'`;

beforeEach(async () => {
  browser.jar.clear();
  browser.set.length = 0;
  browser.headers = new Headers({ 'x-page': '/me/profile' });
  await resetDb();
});

describe('a form that came from a session that had ended', () => {
  it('waits sealed for half an hour, and shows itself to the same account on its page', async () => {
    const token = await signIn();
    await endAll();
    await saveUnsentForm(form(), values);
    expect(browser.set).toEqual([
      {
        name: 'lx-f',
        value: expect.not.stringContaining('电工班'),
        options: { httpOnly: true, secure: false, sameSite: 'lax', path: '/', maxAge: 1800 },
      },
    ]);
    expect(await findKeptForm()).toBeNull();
    await sqlAsOwner()`update sessions set ended_at = null, ended_reason = null`;
    expect(browser.jar.get('lx')).toBe(token);
    expect(await findKeptForm()).toMatchObject({ form: 'f1', values });
    browser.headers = new Headers({ 'x-page': '/me' });
    expect(await findKeptForm()).toBeNull();
  });

  it('is nothing to another account, nor when it was altered', async () => {
    await signIn();
    await saveUnsentForm(form(), values);
    const sealed = browser.jar.get('lx-f') ?? '';
    await signIn();
    expect(await findKeptForm()).toBeNull();
    browser.jar.set('lx-f', `${sealed.slice(0, -4)}AAAA`);
    expect(await findKeptForm()).toBeNull();
    browser.jar.delete('lx');
    expect(await findKeptForm()).toBeNull();
  });

  it('without a mark of its own waits under none', async () => {
    await signIn();
    await saveUnsentForm(form(false), values);
    expect(await findKeptForm()).toMatchObject({ form: '', values });
  });

  it.each([
    ['came with a script', () => browser.headers.set('next-action', '1')],
    ['says no page', () => browser.headers.delete('x-page')],
    ['has no session', () => browser.jar.delete('lx')],
    ['has a token too long to be ours', () => browser.jar.set('lx', 'x'.repeat(101))],
    ['has a token of nobody', () => browser.jar.set('lx', 'x'.repeat(43))],
  ])('is not kept when it %s', async (_, change) => {
    await signIn();
    change();
    await saveUnsentForm(form(), values);
    expect(browser.set).toEqual([]);
  });

  it('is not kept when it does not fit into a cookie', async () => {
    await signIn();
    const noise = Array.from({ length: 4000 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((n * n * 31) % 9000)),
    );
    await saveUnsentForm(form(), { title: noise.join('') });
    expect(browser.set).toEqual([]);
  });

  it('is forgotten once a form went through, by a form of that kind alone', async () => {
    await forgetForm(form());
    expect(browser.set).toEqual([]);
    await signIn();
    await saveUnsentForm(form(), values);
    await forgetForm(form(false));
    expect(browser.set).toHaveLength(1);
    await forgetForm(form());
    expect(browser.set.at(-1)).toMatchObject({ name: 'lx-f', value: '', options: { maxAge: 0 } });
    expect(await findKeptForm()).toBeNull();
  });
});
