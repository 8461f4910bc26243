import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anAccount, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { type Actor, anonymous } from '../actor';
import { sha256Hex } from '../crypto/token';
import type { Ctx } from '../ctx';
import { transaction } from '../transaction';
import { endSessions, startSession } from './start-session';

const from = (browser: string, actor: Actor = anonymous) =>
  ({ ...as(actor), client: { browser, address: null, device: '微信 · 安卓手机' } }) as Ctx;
let me: MadeAccount;
const start = (ctx: Ctx, more: Partial<Parameters<typeof startSession>[1]> = {}) =>
  transaction(ctx, (tx) =>
    startSession(tx, { accountId: me.accountId, assurance: 'sms', ...more }),
  );
const rows = () => sqlAsOwner()`
  select *, round(extract(epoch from expires_at - created_at) / 60)::int as minutes from sessions order by id`;
const devices = async () =>
  (await sqlAsOwner()`select browser_hash from known_devices order by 1`).map(
    ({ browser_hash }) => browser_hash,
  );

beforeEach(async () => {
  await resetDb();
  me = await arrange((tx) => anAccount(tx));
});

describe('a session that begins', () => {
  it('is a member’s for twelve hours, its token stored as a hash alone', async () => {
    const made = await start(from('b1'));
    const [row] = await rows();
    expect(row).toMatchObject({
      account_id: me.accountId,
      token_hash: sha256Hex(made.token),
      mode: 'member',
      assurance: 'sms',
      device: '微信 · 安卓手机',
      browser_hash: 'b1',
      stepped_up_at: null,
      minutes: 720,
    });
    expect(made).toEqual({ token: made.token, expiresAt: row?.expires_at, strict: false });
    expect(await devices()).toEqual(['b1']);
  });

  it('is an officer’s for eight hours once the second factor was given', async () => {
    const made = await start(from('b1'), { mode: 'staff', assurance: 'totp', steppedUp: true });
    const [row] = await rows();
    expect(row).toMatchObject({ mode: 'staff', minutes: 480 });
    expect(row?.stepped_up_at).toEqual(row?.created_at);
    expect([made.strict, await devices()]).toEqual([true, ['b1']]);
  });

  it('is open ten minutes between the factors, on a browser that is nobody’s yet', async () => {
    await start(from('b1'), { mode: 'staff', assurance: 'password' });
    expect((await rows())[0]?.minutes).toBe(10);
    expect(await devices()).toEqual([]);
  });

  it('lasts as long as the settings say', async () => {
    await sqlAsOwner()`insert into settings (key, value)
      values ('session_member_hours', '1'), ('session_staff_hours', '2')`;
    await start(from('b1'));
    await start(from('b1'), { mode: 'staff', assurance: 'totp' });
    expect((await rows()).map(({ minutes }) => minutes)).toEqual([60, 120]);
  });

  it('takes the place of the one that this browser had', async () => {
    await start(from('b1'));
    const [before] = await rows();
    const actor = { ...actorOf(me), sessionId: before?.id };
    await start(from('b1', actor));
    const [old, fresh] = await rows();
    expect(old).toMatchObject({ ended_reason: 'replaced' });
    expect(fresh?.ended_at).toBeNull();
  });

  it('is of some device where the request says none', async () => {
    await start(as(anonymous));
    expect((await rows())[0]).toMatchObject({ device: '其他设备', browser_hash: '' });
  });
});

describe('sessions that are ended', () => {
  const end = (which: Parameters<typeof endSessions>[1], browser = 'b1') =>
    transaction(from(browser, actorOf(me)), (tx) => endSessions(tx, which, 'revoked'));
  const open = async () => (await rows()).filter(({ ended_at }) => !ended_at).map(({ id }) => id);

  it('are the one named, once, and its browser stays known', async () => {
    await start(from('b1'));
    await start(from('b2'));
    const [first, second] = await open();
    expect(await end({ id: first })).toBe(1);
    expect(await end({ id: first })).toBe(0);
    expect([await open(), await devices()]).toEqual([[second], ['b1', 'b2']]);
    expect((await rows())[0]?.ended_reason).toBe('revoked');
  });

  it('are all of an account but the one at hand, whose browser alone stays known', async () => {
    for (const browser of ['b1', 'b2', 'b3']) await start(from(browser));
    const [first] = await open();
    expect(await end({ accountId: me.accountId, except: first })).toBe(2);
    expect([await open(), await devices()]).toEqual([[first], ['b1']]);
  });

  it('are all of an account, and none of another', async () => {
    const other = await arrange((tx) => anAccount(tx));
    await start(from('b1'));
    await start(from('b9'), { accountId: other.accountId });
    expect(await end({ accountId: me.accountId })).toBe(1);
    expect([(await open()).length, await devices()]).toEqual([1, ['b9']]);
  });
});
