import { beforeEach, expect, it } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { anApplication } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { personalData } from './personal-data';

beforeEach(resetDb);

it('a draft untouched for thirty days is emptied and given up; a younger one stays', async () => {
  const [old, young] = await arrange(async (tx) => {
    const { union } = await aTree(tx);
    const make = async () =>
      anApplication(tx, { account: await anAccount(tx), organisationId: union.id });
    return [await make(), await make()] as const;
  });
  await sqlAsOwner()`
    update membership_applications set name = '张三', updated_at = now() - interval '31 days' where id = ${old.id}`;
  expect(await arrange((tx) => personalData.expire(tx))).toBe(1);
  const rows = await sqlAsOwner()`select id, status, name, id_sealed from membership_applications`;
  expect(rows.find((row) => row.id === old.id)).toMatchObject({
    status: 'withdrawn',
    name: null,
    id_sealed: null,
  });
  expect(rows.find((row) => row.id === young.id)?.status).toBe('draft');
  expect(await arrange((tx) => personalData.expire(tx))).toBe(0);
});

it('an application that led to nothing keeps its number and dates only, half a year on', async () => {
  const [refused, fresh] = await arrange(async (tx) => {
    const { union } = await aTree(tx);
    const make = async () =>
      anApplication(tx, { account: await anAccount(tx), organisationId: union.id });
    return [await make(), await make()] as const;
  });
  await sqlAsOwner()`update membership_applications set name = '张三', status = 'withdrawn',
    updated_at = now() - interval '10 days'`;
  await sqlAsOwner()`update membership_applications set updated_at = now() - interval '181 days'
    where id = ${refused.id}`;
  expect(await arrange((tx) => personalData.expire(tx))).toBe(1);
  const rows =
    await sqlAsOwner()`select id, name, id_sealed, phone_tail from membership_applications`;
  expect(rows.find((row) => row.id === refused.id)).toMatchObject({
    ...{ name: null, id_sealed: null, phone_tail: '' },
  });
  expect(rows.find((row) => row.id === fresh.id)?.name).toBe('张三');
  expect(await arrange((tx) => personalData.expire(tx))).toBe(0);
});
