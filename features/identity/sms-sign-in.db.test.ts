import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { actorOfToken } from '@/lib/auth/session';
import { checkCode } from '@/lib/auth/sms-code';
import { sha256Hex } from '@/lib/crypto/token';
import { requestCode, resendCode } from './commands/request-code';
import { signInWithCode } from './commands/sign-in-with-code';
import { askCode, audited, holder, visitor } from './identity.test-helpers';

const phone = '13900001234';
const wrong = (code: string) => (code === '000000' ? '111111' : '000000');
const count = async (table: string): Promise<number> => {
  const [row] = await sqlAsOwner()<{ n: number }[]>`
    select count(*)::int as n from ${sqlAsOwner()(table)}`;
  return row?.n ?? 0;
};
const age = (minutes: number) =>
  sqlAsOwner()`update sms_codes set expires_at = expires_at - make_interval(mins => ${minutes}),
    created_at = created_at - make_interval(mins => ${minutes})`;
const forgetLimits = () => sqlAsOwner()`truncate rate_limits`;

beforeEach(resetDb);

describe('signing in with a texted code', () => {
  it('makes the account, its person and the two consents at first use, and none at the second', async () => {
    const first = await askCode(visitor(), phone);
    const done = await signInWithCode(visitor(), { ...first });
    expect(done.ok).toBe(true);
    expect([await count('accounts'), await count('people'), await count('consents')]).toEqual([
      1, 1, 2,
    ]);
    await forgetLimits();
    const again = await askCode(visitor(), phone);
    expect((await signInWithCode(visitor(), { ...again })).ok).toBe(true);
    expect([await count('accounts'), await count('people'), await count('consents')]).toEqual([
      1, 1, 2,
    ]);
    expect(await audited('sign_in')).toBe(2);
    expect(await audited('open_account')).toBe(1);
  });

  it('queues the text with its job and keeps the code sealed everywhere (A10)', async () => {
    const { code } = await askCode(visitor(), phone);
    const rows = await sqlAsOwner()`select * from outbox`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(await sqlAsOwner()`select * from sms_codes`)).not.toContain(code);
    const jobs = await sqlAsOwner()`select task_identifier from graphile_worker.jobs`;
    expect(jobs.map((job) => job.task_identifier)).toEqual(['deliver_message']);
  });

  it('A04: judges exactly five of fifty guesses made at once, then burns the code', async () => {
    const { code } = await askCode(visitor(), phone);
    const guess = () => checkCode(visitor(), { phone, purpose: 'sign_in', code: wrong(code) });
    const answers = await Promise.all(Array.from({ length: 50 }, guess));
    const codeWrong = answers.filter((a) => !a.ok && a.reason === 'code_wrong');
    expect(codeWrong).toHaveLength(4);
    expect(answers.filter((a) => !a.ok && a.reason === 'code_burnt')).toHaveLength(46);
    const [row] = await sqlAsOwner()<{ tries: number }[]>`select tries from sms_codes`;
    expect(row?.tries).toBe(5);
    const right = await checkCode(visitor(), { phone, purpose: 'sign_in', code });
    expect(right).toMatchObject({ ok: false, reason: 'code_burnt' });
  });

  it('A05: lets one of two equal posts in, the other reads 验证码已使用', async () => {
    const given = await askCode(visitor(), phone);
    const both = await Promise.all([
      signInWithCode(visitor(), { ...given }),
      signInWithCode(visitor(), { ...given }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'code_used' });
    expect(await count('sessions')).toBe(1);
    expect(await signInWithCode(visitor(), { ...given })).toMatchObject({ reason: 'code_used' });
  });

  it('A06: refuses a code after ten minutes, and the older of two of one browser', async () => {
    const old = await askCode(visitor(), phone);
    await age(10);
    expect(await signInWithCode(visitor(), { ...old })).toMatchObject({ reason: 'code_expired' });
    await forgetLimits();
    const first = await askCode(visitor('b1'), phone);
    await forgetLimits();
    const second = await askCode(visitor('b1'), phone);
    const older = await signInWithCode(visitor('b1'), { ...first });
    expect(older).toMatchObject({ ok: false });
    expect((await signInWithCode(visitor('b1'), { ...second })).ok).toBe(true);
    expect(await signInWithCode(visitor('b1'), { ...first })).toMatchObject({
      reason: 'code_used',
    });
  });

  it('leaves the owner’s code good when a stranger asks for one of the same phone', async () => {
    const owner = await askCode(visitor('b1'), phone);
    await forgetLimits();
    await askCode(visitor('stranger'), phone);
    expect((await signInWithCode(visitor('b1'), { ...owner })).ok).toBe(true);
  });

  it('gives no code a second life when the clock is put back', async () => {
    const given = await askCode(visitor(), phone);
    await sqlAsOwner()`update sms_codes set created_at = now() + interval '1 day',
      expires_at = now() + interval '1 day'`;
    expect((await signInWithCode(visitor(), { ...given })).ok).toBe(false);
  });

  it('A07: ties a code to its phone, its purpose and its browser', async () => {
    const { to, code } = await askCode(visitor('b1'), phone);
    const other = { phone: '13900009999', purpose: 'sign_in', code } as const;
    expect(await checkCode(visitor('b1'), other)).toMatchObject({ reason: 'code_missing' });
    const reset = { phone, purpose: 'password', code } as const;
    expect(await checkCode(visitor('b1'), reset)).toMatchObject({ reason: 'code_missing' });
    const elsewhere = { phone, purpose: 'sign_in', code } as const;
    expect(await checkCode(visitor('b2'), elsewhere)).toMatchObject({ reason: 'code_missing' });
    expect(await signInWithCode(visitor('b2'), { to, code })).toMatchObject({
      reason: 'stale_page',
    });
    expect((await signInWithCode(visitor('b1'), { to, code })).ok).toBe(true);
  });

  it('A08: sends a stranger’s browser no second text within a minute, no fifth within an hour, no ninth within a day', async () => {
    const ask = () => requestCode(visitor('b1', null), { phone });
    const skip = (scope: string) => sqlAsOwner()`delete from rate_limits where scope = ${scope}`;
    const { to } = await askCode(visitor('b1', null), phone);
    const soon = await resendCode(visitor('b1', null), { to });
    expect(soon).toMatchObject({ reason: 'wait', detail: { seconds: expect.any(Number) } });
    for (let sent = 1; sent < 4; sent++) {
      await skip('sms_minute');
      expect((await ask()).ok).toBe(true);
    }
    await skip('sms_minute');
    expect(await ask()).toMatchObject({ reason: 'wait' });
    await skip('sms_hour');
    for (let sent = 4; sent < 8; sent++) {
      await skip('sms_minute');
      expect((await ask()).ok).toBe(true);
    }
    await skip('sms_minute');
    await skip('sms_hour');
    expect(await ask()).toMatchObject({ reason: 'wait' });
    expect(await count('outbox')).toBe(8);
  });

  it('A08: serves hundreds of phones behind one address of a carrier, then stops it', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('limit_sms_address', '40')`;
    const ask = (n: number) =>
      requestCode(visitor(`b${n}`, '10.9.9.9'), { phone: `139000${String(20000 + n)}` });
    for (let n = 0; n < 40; n++) expect((await ask(n)).ok).toBe(true);
    expect(await ask(40)).toMatchObject({ reason: 'wait' });
    expect(await count('outbox')).toBe(40);
  });

  it('A08: stops one browser after 20 texts in an hour, whatever the phones', async () => {
    const ask = (n: number) =>
      requestCode(visitor('b1', `10.9.8.${n}`), { phone: `139000${String(20000 + n)}` });
    for (let n = 0; n < 20; n++) expect((await ask(n)).ok).toBe(true);
    expect(await ask(20)).toMatchObject({ reason: 'wait' });
  });

  it('keeps the day’s texts of a known browser when strangers used theirs up', async () => {
    const signedIn = await signInWithCode(visitor('mine'), {
      ...(await askCode(visitor('mine'), phone)),
    });
    expect(signedIn.ok).toBe(true);
    for (let n = 0; n < 12; n++) await requestCode(visitor(`s${n}`, `10.3.3.${n}`), { phone });
    expect(await requestCode(visitor('stranger'), { phone })).toMatchObject({ reason: 'wait' });
    expect((await requestCode(visitor('mine'), { phone })).ok).toBe(true);
  });

  it('answers known and unknown phones alike', async () => {
    await arrange((tx) => anAccount(tx, { phone }));
    const known = await requestCode(visitor(), { phone });
    const unknown = await requestCode(visitor(), { phone: '13900004321' });
    expect([known.ok, unknown.ok]).toEqual([true, true]);
    expect(await count('accounts')).toBe(1);
  });

  it('A13, A19: gives a new token each time, ends the one before, and stores only its hash', async () => {
    const first = await signInWithCode(visitor(), { ...(await askCode(visitor(), phone)) });
    if (!first.ok) throw new Error(first.reason);
    const token = first.value.session?.token ?? '';
    const [row] = await sqlAsOwner()<{ token_hash: string }[]>`select token_hash from sessions`;
    expect(row?.token_hash).toBe(sha256Hex(token));
    await forgetLimits();
    const ctx = await holder(token);
    const second = await signInWithCode(ctx, { ...(await askCode(ctx, phone)) });
    if (!second.ok) throw new Error(second.reason);
    expect(second.value.session?.token).not.toBe(token);
    expect((await actorOfToken(token)).kind).toBe('anonymous');
  });

  it('lets a stopped account in by no code', async () => {
    const made = await arrange((tx) => anAccount(tx, { phone }));
    await sqlAsOwner()`update accounts set disabled_at = now() where id = ${made.accountId}`;
    const given = await askCode(visitor(), phone);
    expect(await signInWithCode(visitor(), { ...given })).toMatchObject({
      reason: 'account_disabled',
    });
    expect(await count('sessions')).toBe(0);
  });
});
