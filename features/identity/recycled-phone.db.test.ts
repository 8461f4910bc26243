import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anAccount } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { actorOfToken } from '@/lib/auth/session';
import { mustProveIdentity } from '@/lib/auth/silent-phone';
import { blindIndex } from '@/lib/crypto/blind-index';
import { changePhone, requestPhoneChange } from './commands/change-phone';
import { disownAccount, proveIdentity } from './commands/prove-identity';
import { signInByProvider } from './commands/sign-in-by-provider';
import { signInWithCode } from './commands/sign-in-with-code';
import { signInWithPassword } from './commands/sign-in-with-password';
import { askCode, audited, holder, lastCode, PASSWORD, visitor } from './identity.test-helpers';

const phone = '13900004001';
const idNumber = '450803199003070029';
const silent = (accountId: string, days = 400) =>
  sqlAsOwner()`update accounts set last_signed_in_at = now() - make_interval(days => ${days})
    where id = ${accountId}`;
const forgetLimits = () => sqlAsOwner()`truncate rate_limits`;

async function aSilentMember(days = 400) {
  const made = await arrange(async (tx) => {
    const { union } = await aTree(tx);
    return aMember(tx, { organisationId: union.id, phone, name: '黄秀英', idNumber });
  });
  await silent(made.accountId, days);
  return made;
}

/** Signs in with the texted code from a browser; gives what the action would be given. */
async function texted(browser: string, number = phone) {
  await forgetLimits();
  const ctx = visitor(browser);
  const done = await signInWithCode(ctx, { ...(await askCode(ctx, number)) });
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

async function halfWay(browser = 'new') {
  const { prove, session } = await texted(browser);
  expect(session).toBeUndefined();
  if (!prove) throw new Error('nothing to prove');
  return prove;
}

beforeEach(resetDb);

describe('a phone silent for 400 days on a new browser', () => {
  it('opens no session with the texted code alone, and nothing is said of the person', async () => {
    const { accountId } = await aSilentMember();
    const prove = await halfWay();
    expect(await sqlAsOwner()`select 1 from sessions`).toHaveLength(0);
    expect(prove).not.toContain(accountId);
    expect(await audited('sign_in')).toBe(0);
  });

  it('opens the account once the identity number is right, and knows the browser from then on', async () => {
    const { accountId } = await aSilentMember();
    const to = await halfWay();
    expect(
      await proveIdentity(visitor('new'), { to, idNumber: '450803199003070037' }),
    ).toMatchObject({ ok: false });
    const done = await proveIdentity(visitor('new'), { to, idNumber: '450803 19900307 0029' });
    if (!done.ok || !done.value.session) throw new Error('not let in');
    const actor = await actorOfToken(done.value.session.token);
    expect(actor).toMatchObject({ kind: 'account', accountId });
    await silent(accountId);
    expect((await texted('new')).session).toBeDefined();
  });

  it('takes the proof from the browser that has the code only', async () => {
    await aSilentMember();
    const to = await halfWay();
    expect(await proveIdentity(visitor('other'), { to, idNumber })).toMatchObject({
      reason: 'stale_page',
    });
    expect(await disownAccount(visitor('other'), { to })).toMatchObject({ reason: 'stale_page' });
  });

  it('judges five numbers in a day, then not even the right one', async () => {
    await aSilentMember();
    const to = await halfWay();
    for (let n = 0; n < 5; n++) {
      expect(await proveIdentity(visitor('new'), { to, idNumber: `wrong ${n}` })).toMatchObject({
        reason: 'wrong_identity',
      });
    }
    expect(await proveIdentity(visitor('new'), { to, idNumber })).toMatchObject({
      reason: 'identity_locked',
    });
  });

  it('goes to its new owner with 不是我的; the record stays, without a phone', async () => {
    const { accountId, personId } = await aSilentMember();
    const done = await disownAccount(visitor('new'), { to: await halfWay() });
    if (!done.ok || !done.value.session) throw new Error('not let in');
    const actor = await actorOfToken(done.value.session.token);
    if (actor.kind !== 'account') throw new Error('nobody');
    expect(actor.accountId).not.toBe(accountId);
    const [old] = await sqlAsOwner()`select a.phone_tail, a.phone_released_at, p.name, m.status
      from accounts a join people p on p.account_id = a.id join memberships m on m.person_id = p.id
      where a.id = ${accountId}`;
    expect(old).toMatchObject({ phone_tail: '', name: '黄秀英', status: 'regular' });
    expect(old?.phone_released_at).not.toBeNull();
    expect(personId).not.toBe(actor.personId);
    expect(await audited('release_phone')).toBe(1);
    expect(JSON.stringify(await sqlAsOwner()`select * from audit_entries`)).not.toContain(phone);
    expect((await texted('third')).session).toBeDefined();
  });

  it('takes along neither an invitation to guard a child nor a class to look after', async () => {
    await aSilentMember();
    const index = blindIndex('phone', phone);
    await sqlAsOwner()`insert into children (id, name_sealed, name_masked, id_type, id_sealed, id_index,
      id_masked, birth_sealed, sex, school_entry_year) values (gen_random_uuid(), 'x', '黄*', 'resident_id',
      'x', 'x', 'x', 'x', 'female', 2024)`;
    await sqlAsOwner()`insert into guardians (id, child_id, status, invited_phone_index, invited_phone_tail,
      expires_at) select gen_random_uuid(), id, 'invited', ${index}, '4001', now() + interval '3 days' from children`;
    await disownAccount(visitor('new'), { to: await halfWay() });
    expect(await sqlAsOwner()`select status from guardians`).toEqual([{ status: 'ended' }]);
  });

  it('asks the same of WeChat, and 不是我的 only unbinds it', async () => {
    const { accountId } = await aSilentMember();
    await sqlAsOwner()`update accounts set wechat_openid_index = ${blindIndex('wechat', 'o1')}
      where id = ${accountId}`;
    const met = await signInByProvider(
      visitor('new'),
      { provider: 'wechat', issuer: '', subject: 'o1', displayName: '' },
      'member',
    );
    if (!met.ok || !met.value.prove) throw new Error('nothing to prove');
    expect(met.value.session).toBeUndefined();
    const left = await disownAccount(visitor('new'), { to: met.value.prove });
    expect(left.ok && left.value.session === undefined).toBe(true);
    const [row] = await sqlAsOwner()`select phone_tail, wechat_openid_index from accounts`;
    expect(row).toEqual({ phone_tail: '4001', wechat_openid_index: null });
  });

  it('is not asked with the password, which the new owner of a number does not have', async () => {
    const { accountId } = await aSilentMember();
    const { hashPassword } = await import('@/lib/auth/password');
    const hash = await hashPassword(PASSWORD);
    await sqlAsOwner()`update accounts set password_hash = ${hash} where id = ${accountId}`;
    const done = await signInWithPassword(visitor('new'), { phone, password: PASSWORD });
    expect(done.ok).toBe(true);
  });
});

describe('nobody else is asked', () => {
  it('when the last sign-in is not so long ago', async () => {
    await aSilentMember(89);
    expect((await texted('new')).session).toBeDefined();
  });

  it('when the federation set a longer silence', async () => {
    await aSilentMember(400);
    await sqlAsOwner()`insert into settings (key, value) values ('session_silent_phone_days', '500')`;
    expect((await texted('new')).session).toBeDefined();
  });

  it('when the account holds nothing of anybody', async () => {
    const made = await arrange((tx) => anAccount(tx, { phone }));
    await silent(made.accountId);
    expect((await texted('new')).session).toBeDefined();
  });

  it('on a browser that signed in before, unless its session was ended from the list', async () => {
    const { accountId } = await aSilentMember(1);
    await texted('mine');
    await silent(accountId);
    expect((await texted('mine')).session).toBeDefined();
    await sqlAsOwner()`delete from known_devices`;
    await silent(accountId);
    expect(
      await arrange((tx) => mustProveIdentity({ ...tx, ...visitor('mine'), db: tx.db }, accountId)),
    ).toBe(true);
  });
});

describe('binding a number that had another owner', () => {
  async function change(notMine?: 'yes') {
    await forgetLimits();
    const session = await texted('mine', '13900004009');
    const ctx = await holder(session.session?.token ?? '', 'mine');
    await forgetLimits();
    const asked = await requestPhoneChange(ctx, { phone });
    if (!asked.ok) throw new Error(asked.reason);
    const bodies = await sqlAsOwner()<
      { id: string }[]
    >`select id from sms_codes order by created_at`;
    expect(bodies.length).toBeGreaterThan(1);
    const { openField } = await import('@/lib/crypto/field');
    const { outboxBody } = await import('@/lib/messaging/outbox');
    const texts = await sqlAsOwner()<{ id: string; body_sealed: string }[]>`
      select id, body_sealed from outbox where template = 'login_code' order by created_at desc, id desc limit 2`;
    const [newCode = '', oldCode = ''] = texts.map(
      (row) => JSON.parse(openField(row.body_sealed, outboxBody(row.id))).params.code as string,
    );
    expect(newCode).toBe(await lastCode());
    return changePhone(ctx, { to: asked.value.to, oldCode, newCode, notMine });
  }

  it('asks first whether the silent account on it is theirs', async () => {
    await aSilentMember();
    expect(await change()).toMatchObject({ ok: false, reason: 'phone_silent' });
  });

  it('moves the number over when they say it is not', async () => {
    const { accountId } = await aSilentMember();
    expect(await change('yes')).toMatchObject({ ok: true, value: { tail: '4001' } });
    const [old] = await sqlAsOwner()`select phone_tail from accounts where id = ${accountId}`;
    expect(old).toEqual({ phone_tail: '' });
  });

  it('leaves it with an account that is in use', async () => {
    await aSilentMember(3);
    expect(await change('yes')).toMatchObject({ ok: false, reason: 'phone_taken' });
  });

  it('takes it from an account that holds nothing', async () => {
    await arrange((tx) => anAccount(tx, { phone }));
    expect((await change()).ok).toBe(true);
  });
});
