import { beforeEach, expect, it } from 'vitest';
import { aPhone, aResidentId } from '@/db/factories/accounts';
import { as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import { disownAccount, proveIdentity } from '@/features/identity/commands/prove-identity';
import { signInWithCode } from '@/features/identity/commands/sign-in-with-code';
import { askCode, visitor } from '@/features/identity/identity.test-helpers';
import { aBook, aDesk, type Desk, review } from '../import.test-helpers';
import { beginWriting } from './begin-writing';
import { writeImport } from './write-import';

let desk: Desk;
const sql = sqlAsOwner();
const [phone, id] = [aPhone(), aResidentId({ birthOn: '1985-02-03' })];
const browser = visitor();

beforeEach(async () => {
  desk = await aDesk();
  const importId = await review(desk, aBook([['黄一', id, phone, '2021-07-01', '快递员', '甲厂']]));
  await beginWriting(as(desk.officer.actor), { importId });
  await writeImport(importId);
});

async function comeIn() {
  return signInWithCode(browser, { ...(await askCode(browser, phone)) });
}

it('the phone of a member from a book opens nothing by itself, and tells nothing of them', async () => {
  const came = await comeIn();
  expect(came).toMatchObject({ ok: true, value: { prove: expect.any(String) } });
  expect(came.ok && came.value.session).toBeUndefined();
  expect(JSON.stringify(came)).not.toContain('黄一');
});

it('the document binds the phone to the member from a book, who has agreed to the texts', async () => {
  const came = await comeIn();
  const to = (came.ok && came.value.prove) || '';
  const wrong = aResidentId({ birthOn: '1985-02-03' });
  expect(await proveIdentity(browser, { to, idNumber: wrong })).toMatchObject({
    reason: 'wrong_identity',
  });
  expect(await proveIdentity(browser, { to, idNumber: id })).toMatchObject({
    value: { session: { token: expect.any(String) } },
  });
  const [member] = await sql`select p.name, a.last_signed_in_at > a.imported_at as came,
    (select count(*)::int from consents c where c.account_id = a.id) as agreed
    from accounts a join people p on p.account_id = a.id where a.imported_at is not null`;
  expect(member).toMatchObject({ name: '黄一', came: true });
  expect(member?.agreed).toBeGreaterThan(0);
});

it('another owner of that phone gets an account of their own, and the member stays as they are', async () => {
  const came = await comeIn();
  const to = (came.ok && came.value.prove) || '';
  expect(await disownAccount(browser, { to })).toMatchObject({ ok: true });
  expect(
    await sql`select p.name, a.phone_released_at is not null as none from accounts a
      join people p on p.account_id = a.id where a.imported_at is not null`,
  ).toEqual([{ name: '黄一', none: true }]);
  expect(await sql`select 1 from people where name is null`).not.toHaveLength(0);
});
