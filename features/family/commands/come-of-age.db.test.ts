import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { comeOfAge } from './come-of-age';

beforeEach(resetDb);

const grownUp = { guardians: [], birthOn: '2000-01-01', schoolEntryYear: 2006 };
const agedOf = async (childId: string): Promise<boolean> => {
  const [row] = await sqlAsOwner()<{ aged: boolean }[]>`
    select came_of_age_at is not null as aged from children where id = ${childId}`;
  return row?.aged === true;
};

describe('coming of age', () => {
  it('reaches everybody else when one record cannot be opened', async () => {
    const made = await arrange(async (tx) => [
      await aChild(tx, grownUp),
      await aChild(tx, grownUp),
      await aChild(tx, { guardians: [], birthOn: '2019-05-20' }),
    ]);
    const [broken = '', grown = '', small = ''] = made.map(({ childId }) => childId);
    await sqlAsOwner()`update children set birth_sealed = 'k1:broken' where id = ${broken}`;
    expect(await comeOfAge(makeCtx(system()))).toBe(1);
    expect([await agedOf(broken), await agedOf(grown), await agedOf(small)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(await comeOfAge(makeCtx(system()))).toBe(0);
  });
});
