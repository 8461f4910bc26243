import { beforeEach, expect, it } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/house';
import { anApplication } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
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
