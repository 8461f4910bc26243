import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { anonymous } from '../actor';
import { sha256Hex } from '../crypto/token';
import { ok, type Result, refuse } from '../result';
import { transaction } from '../transaction';
import type { NewSession } from './cookie';

const jar = vi.hoisted(
  () => new Map<string, { value: string; options: Record<string, unknown> }>(),
);
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) =>
      jar.set(name, { value, options }),
  }),
}));

const { enterBy } = await import('./enter');
const { sessionTable } = await import('./session-table');
const { startSession } = await import('./start-session');

type Entered = { session?: NewSession };
const sessionOf = (value: Entered) => value.session;
const begin = async (mode: 'member' | 'staff' = 'member'): Promise<Result<Entered>> => {
  const { accountId } = await arrange((tx) => anAccount(tx));
  return transaction(as(anonymous), async (tx) =>
    ok({ session: await startSession(tx, { accountId, assurance: 'totp', mode }) }),
  );
};
const rows = () => sqlAsOwner()<{ token_hash: string }[]>`select token_hash from sessions`;

/** What the library itself says of a session cookie. */
async function readByLibrary(token: string): Promise<unknown> {
  const { handlers } = NextAuth({
    ...{ basePath: '/api/auth', secret: 's', trustHost: true, providers: [] },
    cookies: { sessionToken: { name: 'lx' } },
    jwt: sessionTable,
    callbacks: { session: ({ token: payload }) => ({ ...payload, expires: '' }) },
    logger: { error: () => undefined },
  });
  const headers = { cookie: `lx=${token}` };
  const answer = await handlers.GET(
    new NextRequest('http://a.example/api/auth/session', { headers }),
  );
  return answer.json();
}

beforeEach(async () => {
  jar.clear();
  await resetDb();
});

describe('signing in by next-auth', () => {
  it('the browser gets the token whose SHA-256 the command stored, and no other cookie', async () => {
    jar.set('lx-b', { value: 'mark', options: {} });
    const done = await enterBy('sms', begin, sessionOf);
    if (!done.ok) throw new Error(done.reason);
    const { session } = done.value;
    expect([...jar.keys()]).toEqual(['lx-b', 'lx']);
    expect(jar.get('lx')).toEqual({
      value: session?.token,
      options: expect.objectContaining({ httpOnly: true, expires: session?.expiresAt }),
    });
    expect(await rows()).toEqual([{ token_hash: sha256Hex(session?.token ?? '') }]);
  });

  it('an officer gets a cookie that no other site’s request carries', async () => {
    await enterBy('officer', () => begin('staff'), sessionOf);
    expect(jar.get('lx')?.options).toMatchObject({ sameSite: 'strict' });
  });

  it('a refusal, or an answer without a session, comes back as the command gave it, without a cookie', async () => {
    const refused = refuse('locked', { detail: { seconds: 9 } });
    expect(await enterBy('password', async () => refused, sessionOf)).toBe(refused);
    const more = ok({ prove: 'sealed' });
    expect(
      await enterBy(
        'sms',
        async () => more,
        () => undefined,
      ),
    ).toBe(more);
    expect(jar.size).toBe(0);
  });

  it('an error of the command comes through as itself', async () => {
    const trouble = new Error('the database is gone');
    await expect(enterBy('sms', () => Promise.reject(trouble), sessionOf)).rejects.toBe(trouble);
    expect(jar.size).toBe(0);
  });

  it('the command is asked once', async () => {
    const decide = vi.fn(begin);
    await enterBy('sms', decide, sessionOf);
    expect(decide).toHaveBeenCalledTimes(1);
  });
});

describe('a session as next-auth reads it', () => {
  it('a session is the row as it is now: read without a new row, gone once it is ended', async () => {
    const begun = await begin('staff');
    if (!begun.ok || !begun.value.session) throw new Error('no session');
    const { token } = begun.value.session;
    expect(await readByLibrary(token)).toMatchObject({ session: token, actor: { mode: 'staff' } });
    expect(await rows()).toHaveLength(1);
    await sqlAsOwner()`update sessions set ended_at = now()`;
    expect(await readByLibrary(token)).toBeNull();
  });

  it('a made-up token, one signed by nobody and one of 50 kB are nobody’s (A20)', async () => {
    for (const token of ['A'.repeat(43), 'eyJhbGciOiJub25lIn0.e30.', 'B'.repeat(50_000)]) {
      expect(await readByLibrary(token)).toBeNull();
    }
  });

  it('a session cannot be begun by the library alone', async () => {
    await expect(sessionTable.encode({ token: { sub: 'somebody' } })).rejects.toThrow('no command');
    await expect(sessionTable.encode({})).rejects.toThrow('no command');
  });
});
