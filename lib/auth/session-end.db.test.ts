import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { newToken, sha256Hex } from '../crypto/token';
import { newId } from '../ids';

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
  }),
}));

const { secondsLeft, whyEnded } = await import('./session-end');
const { sessionTable } = await import('./session-table');
const { staffIdleMinutes } = await import('./settings');
const pause = staffIdleMinutes.fallback;

interface Given {
  mode?: 'member' | 'staff';
  /** Minutes since the session was used last. */
  idle?: number;
  /** Minutes until it ends at the latest. */
  lasts?: number;
  ended?: string;
}

/** A browser with a session's cookie. */
async function aBrowser({ mode = 'staff', idle = 0, lasts = 60, ended }: Given = {}) {
  const { accountId } = await arrange((tx) => anAccount(tx));
  const token = newToken();
  await sqlAsOwner()`insert into sessions (id, token_hash, account_id, assurance, mode, device,
      expires_at, last_seen_at, ended_at, ended_reason)
    values (${newId()}, ${sha256Hex(token)}, ${accountId}, ${mode === 'staff' ? 'totp' : 'sms'}, ${mode}, '手机',
      now() + make_interval(mins => ${lasts}), now() - make_interval(mins => ${idle}),
      ${ended ? new Date() : null}, ${ended ?? null})`;
  jar.set('lx', token);
  return token;
}

beforeEach(async () => {
  jar.clear();
  await resetDb();
});

describe('why a browser’s session opens nothing', () => {
  it.each([
    ['it still opens', {}, null],
    ['an officer’s pause has minutes left', { idle: pause - 5 }, null],
    ['an officer paused too long', { idle: pause }, 'idle'],
    ['a member pauses as long', { mode: 'member', idle: pause }, null],
    ['its last hour is over', { lasts: -1 }, 'expired'],
    ['it was ended', { ended: 'signed_out' }, 'signed_out'],
    ['it was ended before it was over', { ended: 'role_revoked', lasts: -1 }, 'role_revoked'],
  ] as const)('when %s', async (_, given, why) => {
    await aBrowser(given);
    expect(await whyEnded()).toBe(why);
  });

  it('is nothing for a browser without one, with a made-up one, or with one too long to be ours', async () => {
    expect(await whyEnded()).toBeNull();
    jar.set('lx', newToken());
    expect(await whyEnded()).toBeNull();
    jar.set('lx', 'x'.repeat(101));
    expect([await whyEnded(), await secondsLeft()]).toEqual([null, 0]);
  });
});

describe('the seconds that an officer’s session lasts', () => {
  it('count from its last use, and end with it at the latest', async () => {
    await aBrowser({ idle: 10 });
    const left = await secondsLeft();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual((pause - 10) * 60);
    await aBrowser({ idle: 10, lasts: 2 });
    expect(await secondsLeft()).toBeLessThanOrEqual(120);
  });

  it('are none once it has ended, and none for a stranger', async () => {
    await aBrowser({ ended: 'signed_out' });
    expect(await secondsLeft()).toBe(0);
    await aBrowser({ idle: pause + 1 });
    expect(await secondsLeft()).toBe(0);
    jar.clear();
    expect(await secondsLeft()).toBe(0);
  });
});

describe('a token looked up in the session table', () => {
  it('stands for its account, and for nobody when it is none of ours', async () => {
    const token = await aBrowser();
    expect(await sessionTable.decode({ token })).toMatchObject({
      session: token,
      actor: { kind: 'account', mode: 'staff', assurance: 'totp', fresh: true },
    });
    for (const other of [undefined, '', newToken(), 'x'.repeat(101)]) {
      expect(await sessionTable.decode({ token: other })).toBeNull();
    }
  });

  it('says when it was proved last, and of a session that never was, nothing', async () => {
    const token = await aBrowser();
    const steppedUp = async () => (await sessionTable.decode({ token }))?.actor.steppedUpAt;
    expect(await steppedUp()).toBeNull();
    await sqlAsOwner()`update sessions set stepped_up_at = '2026-11-24T02:00:00Z'`;
    expect(await steppedUp()).toEqual(new Date('2026-11-24T02:00:00Z'));
  });

  it('is written as the token that it carries, and never made up', async () => {
    await expect(sessionTable.encode({ token: { session: 'abc' } })).resolves.toBe('abc');
    for (const token of [undefined, {}, { session: 7 }]) {
      await expect(sessionTable.encode({ token })).rejects.toThrow('no command began');
    }
  });
});
