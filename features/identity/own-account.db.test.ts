import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { actorOfToken } from '@/lib/auth/session';
import type { Ctx } from '@/lib/ctx';
import { changePhone, requestPhoneChange } from './commands/change-phone';
import { endDevice, endOtherDevices, signOut } from './commands/end-session';
import { requestPasswordCode, setPassword } from './commands/set-password';
import { signInWithPassword } from './commands/sign-in-with-password';
import { audited, holder, lastCode, PASSWORD, visitor } from './identity.test-helpers';
import { listDevices } from './queries/devices';

const kindOf = async (token: string) => (await actorOfToken(token)).kind;

async function twoDevices() {
  const made = await arrange((tx) => anAccount(tx, { phone: '13900005678' }));
  const here = await arrange((tx) => aSignedInSession(tx, made.accountId));
  const there = await arrange((tx) => aSignedInSession(tx, made.accountId));
  return { made, here, there, ctx: await holder(here.token) };
}

async function codesFor(ctx: Ctx, phone: string) {
  const asked = await requestPhoneChange(ctx, { phone });
  if (!asked.ok) throw new Error(asked.reason);
  const newCode = await lastCode();
  await sqlAsOwner()`update outbox set created_at = now() - interval '1 hour'
    where id = (select id from outbox order by created_at desc, id desc limit 1)`;
  return { to: asked.value.to, newCode, oldCode: await lastCode() };
}

beforeEach(resetDb);

describe('ending a session', () => {
  it('A14: after signing out the copied token is worth nothing, the other device goes on', async () => {
    const { ctx, here, there } = await twoDevices();
    expect((await signOut(ctx)).ok).toBe(true);
    expect(await kindOf(here.token)).toBe('anonymous');
    expect(await kindOf(there.token)).toBe('account');
    expect(await audited('sign_out')).toBe(1);
  });

  it('the list of devices has this one first and ends one of one’s own, never another person’s', async () => {
    const { ctx, there } = await twoDevices();
    const [first, second] = await listDevices(ctx);
    expect([first?.isThis, second?.isThis]).toEqual([true, false]);
    const stranger = await arrange((tx) => anAccount(tx));
    const theirs = await arrange((tx) => aSignedInSession(tx, stranger.accountId));
    const foreign = await endDevice(ctx, { sessionId: theirs.sessionId });
    expect(foreign).toMatchObject({ reason: 'session_gone' });
    expect(await kindOf(theirs.token)).toBe('account');
    expect((await endDevice(ctx, { sessionId: there.sessionId })).ok).toBe(true);
    expect(await kindOf(there.token)).toBe('anonymous');
  });

  it('spares this one where all others are ended', async () => {
    const { ctx, here, there } = await twoDevices();
    expect(await endOtherDevices(ctx)).toMatchObject({ ok: true, value: { ended: 1 } });
    expect([await kindOf(here.token), await kindOf(there.token)]).toEqual(['account', 'anonymous']);
  });

  it('A20: garbage is nobody, and the process lives', async () => {
    const { here } = await twoDevices();
    for (const token of [
      '',
      '%',
      'x'.repeat(100_000),
      here.token.slice(1),
      `${here.token}a`,
      "' or 1=1 --",
      'eyJhbGciOiJub25lIn0..',
    ]) {
      expect(await kindOf(token)).toBe('anonymous');
    }
    expect(await kindOf(here.token)).toBe('account');
  });

  it('A17: a member goes cold after 30 minutes and stays cold; the absolute limit ends it', async () => {
    const { here } = await twoDevices();
    const idle = (minutes: number) =>
      sqlAsOwner()`update sessions set last_seen_at = now() - make_interval(mins => ${minutes})`;
    await idle(29);
    expect(await actorOfToken(here.token)).toMatchObject({ kind: 'account', fresh: true });
    await idle(31);
    expect(await actorOfToken(here.token)).toMatchObject({ kind: 'account', fresh: false });
    expect(await actorOfToken(here.token)).toMatchObject({ fresh: false });
    await sqlAsOwner()`update sessions set expires_at = now() - interval '1 second'`;
    expect(await kindOf(here.token)).toBe('anonymous');
  });

  it('A17: an officer is out after 15 minutes, or after what the setting says', async () => {
    const made = await arrange((tx) => anAccount(tx));
    const officer = { assurance: 'totp', mode: 'staff' } as const;
    const { token } = await arrange((tx) => aSignedInSession(tx, made.accountId, officer));
    const idle = (minutes: number) =>
      sqlAsOwner()`update sessions set last_seen_at = now() - make_interval(mins => ${minutes})`;
    await idle(14);
    expect(await kindOf(token)).toBe('account');
    await idle(16);
    expect(await kindOf(token)).toBe('anonymous');
    await sqlAsOwner()`insert into settings (key, value) values ('session_staff_idle_minutes', '20')`;
    expect(await kindOf(token)).toBe('account');
  });
});

describe('changing password and phone', () => {
  it('A15: a new password signs out the other devices, tells the owner, and works', async () => {
    const { ctx, made, here, there } = await twoDevices();
    expect((await requestPasswordCode(ctx)).ok).toBe(true);
    const done = await setPassword(ctx, { code: await lastCode(), password: PASSWORD });
    expect(done.ok).toBe(true);
    expect([await kindOf(here.token), await kindOf(there.token)]).toEqual(['account', 'anonymous']);
    const notified = await sqlAsOwner()`select 1 from notices where account_id = ${made.accountId}`;
    const texts = await sqlAsOwner()`select 1 from outbox where template = 'security'`;
    expect([notified.length, texts.length, await audited('set_password')]).toEqual([1, 1, 1]);
    const input = { phone: made.phone, password: PASSWORD };
    expect((await signInWithPassword(visitor(), input)).ok).toBe(true);
  });

  it('A23: takes a 64-character passphrase, refuses common, short, huge and phone-like ones', async () => {
    const { ctx } = await twoDevices();
    const refused = {
      gonghui2026: 'common',
      WoAiNi1314: 'common',
      '13900005678ab': 'phone',
      短: 'short',
    };
    for (const [password, why] of Object.entries(refused)) {
      const answer = await setPassword(ctx, { code: '000000', password });
      expect(answer).toMatchObject({ reason: `password_${why}` });
    }
    const huge = await setPassword(ctx, { code: '000000', password: 'a1'.repeat(25_000) });
    expect(huge).toMatchObject({ reason: 'password_long' });
    await requestPasswordCode(ctx);
    const phrase = '红水河畔的早晨有雾和船'.repeat(6).slice(0, 64);
    expect((await setPassword(ctx, { code: await lastCode(), password: phrase })).ok).toBe(true);
  });

  it('A15: moves to a new phone with both codes, signs the others out, warns the old phone', async () => {
    const { ctx, made, there } = await twoDevices();
    const codes = await codesFor(ctx, '13900008888');
    const swapped = { to: codes.to, oldCode: codes.newCode, newCode: codes.oldCode };
    if (codes.newCode !== codes.oldCode) expect((await changePhone(ctx, swapped)).ok).toBe(false);
    expect((await changePhone(ctx, codes)).ok).toBe(true);
    expect(await kindOf(there.token)).toBe('anonymous');
    const [row] = await sqlAsOwner()`select phone_tail from accounts where id = ${made.accountId}`;
    expect(row?.phone_tail).toBe('8888');
    const texts =
      await sqlAsOwner()`select 1 from outbox where template = 'security' and phone_tail = '5678'`;
    expect(texts).toHaveLength(1);
  });

  it('refuses a phone that somebody’s account has, only after its code', async () => {
    const { ctx, there } = await twoDevices();
    const other = await arrange((tx) => anAccount(tx, { phone: '13900008888' }));
    await sqlAsOwner()`update people set name = '李明' where account_id = ${other.accountId}`;
    const codes = await codesFor(ctx, '13900008888');
    expect(await changePhone(ctx, codes)).toMatchObject({ reason: 'phone_taken' });
    expect(await kindOf(there.token)).toBe('account');
  });
});
