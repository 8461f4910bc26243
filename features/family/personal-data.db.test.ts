import { beforeEach, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { personalData } from './personal-data';

beforeEach(resetDb);

const forget = () => arrange((tx) => personalData.expire(tx));

it('a child taken off by its last guardian is emptied half a year later, and not before', async () => {
  const [gone, lately, here] = await arrange(async (tx) => {
    const { union } = await aTree(tx);
    const mother = await aMember(tx, { organisationId: union.id });
    const make = async () => (await aChild(tx, { guardians: [mother] })).childId;
    return [await make(), await make(), await make()] as const;
  });
  await sqlAsOwner()`update children set removed_at = now() - interval '181 days' where id = ${gone}`;
  await sqlAsOwner()`update children set removed_at = now() - interval '179 days' where id = ${lately}`;
  expect(await forget()).toBe(1);
  const rows = await sqlAsOwner()`select id, name_masked, id_masked, school from children`;
  const of = (id: string) => rows.find((row) => row.id === id);
  expect(of(gone)).toMatchObject({ name_masked: '已删除', id_masked: '', school: null });
  for (const id of [lately, here]) expect(of(id)?.name_masked).not.toBe('已删除');
  expect(await forget()).toBe(0);
});
