import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOrganisation } from '@/db/factories/organisations';
import { childDocument } from '@/db/schema/family';
import { accountPhone, personDocument } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { blindIndex } from './blind-index';
import { openField } from './field';
import { fieldKeys, indexKeys, type KeyQueue } from './keys';
import { renewSeals } from './renew-seals';

const fresh = () => ({ id: 'k2', bytes: randomBytes(32) });
let fields: KeyQueue;
let indexes: KeyQueue;

beforeEach(async () => {
  await resetDb();
  fields = [fresh(), ...fieldKeys()];
  indexes = [fresh(), ...indexKeys()];
});

async function aHousehold() {
  return arrange(async (tx) => {
    const union = await anOrganisation(tx);
    const member = await aMember(tx, { organisationId: union.id });
    const child = await aChild(tx, { guardians: [member] });
    return { member, child };
  });
}

const rowOf = async (table: string, id: string) => {
  const [row] = await sqlAsOwner()`select * from ${sqlAsOwner()(table)} where id = ${id}`;
  return row ?? {};
};

describe('another key', () => {
  it('opens and finds everything once the old values were renewed, and the old key may go', async () => {
    const { member, child } = await aHousehold();
    const done = await renewSeals({ fields, indexes });
    expect(done.sealed).toBeGreaterThan(4);
    expect(done.indexed).toBe(3);
    expect(done.broken).toBe(0);
    const [only] = fields;
    const account = await rowOf('accounts', member.accountId);
    expect(openField(account.phone_sealed, accountPhone(member.accountId), [only])).toBe(
      member.phone,
    );
    expect(account.phone_index).toBe(blindIndex('phone', member.phone, [indexes[0]]));
    const person = await rowOf('people', member.personId);
    expect(openField(person.id_sealed, personDocument(member.personId), [only])).toBe(
      member.idNumber,
    );
    const own = await rowOf('children', child.childId);
    const number = openField(own.id_sealed, childDocument(child.childId), [only]);
    expect(own.id_index).toBe(blindIndex('document|resident_id', number, [indexes[0]]));
  });

  it('does nothing the second time, nor with one key alone', async () => {
    await aHousehold();
    const nothing = { sealed: 0, indexed: 0, broken: 0 };
    expect(await renewSeals()).toEqual(nothing);
    await renewSeals({ fields, indexes });
    expect(await renewSeals({ fields, indexes })).toEqual(nothing);
  });

  it('counts a value that nothing opens and goes on with the others', async () => {
    const { member } = await aHousehold();
    await sqlAsOwner()`update people set id_sealed = 'v1|gone|a256gcm|AAAA|AAAA|AAAA' where id = ${member.personId}`;
    const done = await renewSeals({ fields, indexes: [indexes[1] ?? indexes[0]] });
    expect(done.broken).toBe(1);
    expect(done.sealed).toBeGreaterThan(3);
  });
});
