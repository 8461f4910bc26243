import { beforeEach, describe, expect, it, vi } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { idleAction } from '@/lib/forms/form';
import { newId } from '@/lib/ids';

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-may-write': '1' }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

const actions = await import('./actions');

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const open = [
  'requestCodeAction',
  'resendCodeAction',
  'signInWithCodeAction',
  'proveIdentityAction',
  'disownAccountAction',
  'signInWithPasswordAction',
  'beginOfficerSignInAction',
  'signOutAction',
  'saveDisplayAction',
];
const closed = Object.entries(actions).filter(([name]) => !open.includes(name));

beforeEach(async () => {
  jar.clear();
  await resetDb();
});

describe('an action as a public endpoint', () => {
  it.each(closed)(
    '%s answers 请先登录 without a session, and changes nothing (Z10)',
    async (_, act) => {
      const body = form({
        accountId: newId(),
        grantId: newId(),
        sessionId: newId(),
        code: '123456',
        reason: '试试',
      });
      const answer = await act(idleAction, body);
      expect(answer).toMatchObject({
        status: 'refused',
        code: 'sign_in',
        message: '请先登录，填写的内容会保留',
      });
      expect(await sqlAsOwner()`select 1 from audit_entries`).toHaveLength(0);
    },
  );

  it.each(closed)('%s treats a made-up token as no session (A20)', async (_, act) => {
    jar.set('lx', 'eyJhbGciOiJub25lIn0.e30.');
    expect(await act(idleAction, form({}))).toMatchObject({ code: 'sign_in' });
  });

  it('keeps what was typed, but never a password or a code', async () => {
    const answer = await actions.signInWithPasswordAction(
      idleAction,
      form({ phone: '139', password: 'geheim' }),
    );
    expect(answer).toMatchObject({ status: 'invalid', values: { phone: '139' } });
    expect(JSON.stringify(answer)).not.toContain('geheim');
  });

  it('refuses unknown fields (Z14) and an unticked box before any text is sent', async () => {
    const phone = '13900001111';
    const extra = await actions.requestCodeAction(
      idleAction,
      form({ phone, agree: 'yes', role: 'system_admin' }),
    );
    expect(extra.fieldErrors).toHaveProperty('form');
    const unticked = await actions.requestCodeAction(idleAction, form({ phone }));
    expect(unticked.fieldErrors).toHaveProperty('agree');
    expect(await sqlAsOwner()`select 1 from outbox`).toHaveLength(0);
  });
});
