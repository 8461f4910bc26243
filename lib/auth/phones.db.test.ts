import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { accountPhone } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { anonymous } from '../actor';
import { openField } from '../crypto/field';
import { phoneIndex } from '../crypto/indexes';
import type { Ctx } from '../ctx';
import { transaction } from '../transaction';
import { ensureAccount, findAccountByPhone, getOwnAccount, phoneOf } from './account';
import { forgetDevices, isKnownDevice, isOwnDevice, rememberDevice } from './known-devices';
import { findLinkedAccount, linkIndex } from './linked-account';
import { movePhone } from './move-phone';
import { findOfficerName, nameOfficer } from './officer-name';
import { holdsAnything, mustProveIdentity, provesIdentity, releasePhone } from './silent-phone';

const phone = '13900001234';
const idNumber = '450803199003070029';
const from = (browser = 'b1') =>
  ({ ...as(anonymous), client: { browser, address: null, device: '手机' } }) as Ctx;
const does = <T>(work: (tx: Ctx) => Promise<T>, ctx = from()) => transaction(ctx, work);
const account = () => arrange((tx) => anAccount(tx, { phone }));
const member = (more: object = {}) =>
  arrange(async (tx) => {
    const { id: organisationId } = await anOrganisation(tx);
    return aMember(tx, { organisationId, phone, name: '黄秀英', idNumber, ...more });
  });
const silent = (days: number) =>
  sqlAsOwner()`update accounts set last_signed_in_at = now() - make_interval(days => ${days})`;
const audited = (action: string) => sqlAsOwner()`
  select entity_id, before, after from audit_entries where action = ${action}`;

beforeEach(resetDb);

describe('the account of a phone', () => {
  it('is found by the number alone, which is read of it again, or is none', async () => {
    const { accountId } = await account();
    const found = await findAccountByPhone(from(), phone);
    expect(found).toMatchObject({ id: accountId, displayName: '用户1234', disabledAt: null });
    expect(found && phoneOf(found)).toBe(phone);
    expect(await findAccountByPhone(from(), '13900009999')).toBeNull();
  });

  it('is made with its person at first use, and once by two who come at once', async () => {
    const both = await Promise.all([1, 2].map(() => does((tx) => ensureAccount(tx, phone))));
    expect(both[0]?.accountId).toBe(both[1]?.accountId);
    expect(both.some(({ isNew }) => isNew)).toBe(true);
    expect(both.map(({ disabled }) => disabled)).toEqual([false, false]);
    expect(await sqlAsOwner()`select phone_tail, display_name from accounts`).toEqual([
      { phone_tail: '1234', display_name: '用户1234' },
    ]);
    expect(await sqlAsOwner()`select id from people`).toEqual([{ id: both[0]?.personId }]);
    expect(await audited('open_account')).toEqual([
      { entity_id: both[0]?.accountId, before: null, after: { phone: '139****1234' } },
    ]);
    expect(await does((tx) => ensureAccount(tx, phone))).toEqual({ ...both[0], isNew: false });
    await sqlAsOwner()`update accounts set disabled_at = now()`;
    expect(await does((tx) => ensureAccount(tx, phone))).toMatchObject({ disabled: true });
  });

  it('is read by its own actor; one without it is a bug', async () => {
    const { accountId } = await account();
    const own = await arrange((tx) => getOwnAccount(tx, accountId));
    expect(own).toMatchObject({ id: accountId, passwordHash: null });
    const nobody = '0198a1b2-0000-7000-8000-000000000001';
    await expect(arrange((tx) => getOwnAccount(tx, nobody))).rejects.toThrow('without an account');
  });
});

describe('the browsers of an account', () => {
  it('are known once they signed in, to their account and phone alone', async () => {
    const { accountId } = await account();
    const known = async (ctx: Ctx) => [
      await isKnownDevice(ctx, phone),
      await isOwnDevice(ctx, accountId),
    ];
    expect(await known(from('b1'))).toEqual([false, false]);
    for (const browser of ['b1', 'b2', 'b3'])
      await does((tx) => rememberDevice(tx, accountId), from(browser));
    expect(await known(from('b1'))).toEqual([true, true]);
    expect(await isKnownDevice(from('b1'), '13900009999')).toBe(false);
    await does((tx) => rememberDevice(tx, accountId), as(anonymous));
    expect(await known(as(anonymous))).toEqual([false, false]);
    await does((tx) => forgetDevices(tx, accountId, { only: 'b1' }));
    await does((tx) => forgetDevices(tx, accountId, { except: 'b2' }));
    const left = await sqlAsOwner()`select browser_hash from known_devices`;
    expect(left).toEqual([{ browser_hash: 'b2' }]);
    await does((tx) => forgetDevices(tx, accountId, {}));
    expect(await known(from('b2'))).toEqual([false, false]);
  });
});

describe('a phone that was silent', () => {
  it('asks for proof after ninety days, on a new browser, where there is something to lose', async () => {
    const { accountId } = await member();
    const must = (browser: string) => does((tx) => mustProveIdentity(tx, accountId), from(browser));
    expect([await must('new'), await does((tx) => holdsAnything(tx, accountId))]).toEqual([
      false,
      true,
    ]);
    await does((tx) => rememberDevice(tx, accountId), from('own'));
    await silent(91);
    expect([await must('new'), await must('own')]).toEqual([true, false]);
    expect(await does((tx) => mustProveIdentity(tx, accountId), as(anonymous))).toBe(true);
    await sqlAsOwner()`insert into settings (key, value) values ('session_silent_phone_days', '100')`;
    expect(await must('new')).toBe(false);
  });

  it('asks for none where the account holds nothing', async () => {
    const { accountId } = await account();
    await silent(400);
    expect(await does((tx) => holdsAnything(tx, accountId))).toBe(false);
    expect(await does((tx) => mustProveIdentity(tx, accountId))).toBe(false);
  });

  it('is proved by its person’s own number, however it is typed', async () => {
    const { accountId } = await member();
    const proves = (typed: string) => does((tx) => provesIdentity(tx, accountId, typed));
    expect(await proves('450803 19900307 0029')).toBe(true);
    for (const other of ['11010519491231002X', '450803199003070028', '', '陈一帆'])
      expect(await proves(other)).toBe(false);
  });

  it('is released with every session of its account, on record, and once', async () => {
    const { accountId } = await member();
    const release = (number: string) =>
      does((tx) => releasePhone(tx, { accountId, phone: number, by: 'new_owner' }));
    expect(await release('13900009999')).toBe(false);
    expect(await release(phone)).toBe(true);
    expect(await release(phone)).toBe(false);
    expect(await audited('release_phone')).toEqual([
      { entity_id: accountId, before: { phone: '139****1234' }, after: { by: 'new_owner' } },
    ]);
    expect(await findAccountByPhone(from(), phone)).toBeNull();
  });
});

describe('a phone that moves to another account', () => {
  const move = async (notMine = false) => {
    const { accountId } = await arrange((tx) => anAccount(tx));
    const refused = await does((tx) => movePhone(tx, { accountId, phone, notMine }));
    const [row] = await sqlAsOwner()`select * from accounts where id = ${accountId}`;
    const moved = row?.phone_index === phoneIndex(phone);
    if (moved) {
      expect(openField(row?.phone_sealed, accountPhone(accountId))).toBe(phone);
      expect(row).toMatchObject({ phone_tail: '1234', phone_released_at: null });
    }
    return [refused, moved];
  };
  it('moves freely when nobody has it, or an account that holds nothing', async () => {
    expect(await move()).toEqual([null, true]);
    expect(await move()).toEqual([null, true]);
    expect(await audited('release_phone')).toHaveLength(1);
  });
  it('stays with who uses it', async () => {
    await member();
    await silent(10);
    expect([await move(), await move(true)]).toEqual([
      ['phone_taken', false],
      ['phone_taken', false],
    ]);
  });
  it('that was silent for long moves once its holder says that the account is another’s', async () => {
    await member();
    await silent(91);
    expect(await move()).toEqual(['phone_silent', false]);
    expect(await move(true)).toEqual([null, true]);
  });
});

describe('the account of an identity', () => {
  it('is the one it was linked to, while that is open', async () => {
    const { accountId } = await account();
    const of = (provider: 'wechat' | 'oidc', issuer: string) =>
      ({ provider, issuer, subject: 'u1', displayName: '韦' }) as const;
    await sqlAsOwner()`update accounts set oidc_index = ${linkIndex(of('oidc', 'https://a'))}`;
    expect(await findLinkedAccount(from(), of('oidc', 'https://a'))).toEqual({
      id: accountId,
      displayName: '用户1234',
      totpEnrolledAt: null,
    });
    expect(await findLinkedAccount(from(), of('oidc', 'https://b'))).toBeNull();
    expect(await findLinkedAccount(from(), of('wechat', ''))).toBeNull();
    await sqlAsOwner()`update accounts set disabled_at = now()`;
    expect(await findLinkedAccount(from(), of('oidc', 'https://a'))).toBeNull();
  });
});

describe('the name of an officer', () => {
  const nameOf = (id: string) => arrange((tx) => findOfficerName(tx, id));
  const shown = async () =>
    (await sqlAsOwner()`select display_name from accounts`)[0]?.display_name;
  it('is the member’s own before the account’s', async () => {
    const { accountId } = await member();
    await sqlAsOwner()`update accounts set display_name = '用户1234'`;
    expect(await nameOf(accountId)).toBe('黄秀英');
    expect(await arrange((tx) => nameOfficer(tx, accountId, '别名'))).toBe('黄秀英');
    expect(await shown()).toBe('黄秀英');
  });
  it('is the account’s where no member stands behind it, and given where that has none', async () => {
    const { accountId } = await account();
    expect(await nameOf(accountId)).toBeNull();
    expect(await arrange((tx) => nameOfficer(tx, accountId))).toBeNull();
    expect(await shown()).toBe('用户1234');
    expect(await arrange((tx) => nameOfficer(tx, accountId, '林干事'))).toBe('林干事');
    expect([await nameOf(accountId), await shown()]).toEqual(['林干事', '林干事']);
    expect(await arrange((tx) => nameOfficer(tx, accountId, '别名'))).toBe('林干事');
  });
  it('is none without an account', async () => {
    expect(await nameOf('0198a1b2-0000-7000-8000-000000000001')).toBeNull();
  });
});
