import { beforeEach, expect, it } from 'vitest';
import { actorOf, anAccount } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { findTypedName } from './typed-name';

beforeEach(resetDb);

it('whoever has typed their name is called by it before any union has answered, and only then', async () => {
  const { me, somebody } = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const applicant = await anAccount(tx, { displayName: '用户2222' });
    await aSubmittedApplication(tx, { organisationId: tree.union.id, applicant, name: '韦小满' });
    return { me: as(actorOf(applicant)), somebody: as(actorOf(await anAccount(tx))) };
  });
  expect(await findTypedName(me)).toBe('韦小满');
  expect(await findTypedName(somebody)).toBeNull();
  await sqlAsOwner()`update membership_applications set status = 'withdrawn'`;
  expect(await findTypedName(me)).toBeNull();
});
