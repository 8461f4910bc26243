import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering } from '@/db/factories/offerings';
import { anEmployer, aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { Forbidden } from '@/lib/errors';
import { closeOrganisation } from './commands/close-organisation';

let tree: Tree;
let admin: Actor;

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  admin = (await arrange((tx) => anOfficer(tx, 'system_admin', tree.district.id))).actor;
});

const close = (id: string, actor = admin, version = 1) =>
  closeOrganisation(as(actor), { id, version, reason: '企业终止' });
const closedAt = async (id: string) =>
  (await sqlAsOwner()`select closed_at from organisations where id = ${id}`)[0]?.closed_at;

describe('closing an organisation', () => {
  it('keeps the row, frees its employers and says why', async () => {
    const { id: employer } = await arrange((tx) => anEmployer(tx, { unionId: tree.union.id }));
    expect((await close(tree.union.id)).ok).toBe(true);
    expect(await closedAt(tree.union.id)).not.toBeNull();
    const [freed] = await sqlAsOwner()`select union_id from employers where id = ${employer}`;
    expect(freed?.union_id).toBeNull();
    const lines = await sqlAsOwner()`
      select reason from audit_entries where action = 'close_organisation'`;
    expect(lines).toMatchObject([{ reason: '企业终止' }]);
  });

  it('refuses while it has children, members or services, and counts them', async () => {
    expect(await close(tree.town.id)).toMatchObject({
      reason: 'has_children',
      detail: { children: 2 },
    });
    await arrange((tx) => aMember(tx, { organisationId: tree.union.id }));
    expect(await close(tree.union.id)).toMatchObject({
      reason: 'has_members',
      detail: { members: 1 },
    });
    await arrange((tx) => anOffering(tx, { organisationId: tree.otherUnion.id }));
    expect(await close(tree.otherUnion.id)).toMatchObject({ reason: 'has_offerings' });
    expect(await closedAt(tree.union.id)).toBeNull();
  });

  it('refuses while a transfer into it or out of it is open', async () => {
    const member = await arrange((tx) => aMember(tx, { organisationId: tree.home.id }));
    await sqlAsOwner()`insert into transfers (id, number, person_id, account_id, membership_id, from_id, to_id, status,
        created_at, opened_at)
      values (gen_random_uuid(), 'ZH-1', ${member.personId}, ${member.accountId}, ${member.membershipId},
        ${tree.home.id}, ${tree.otherUnion.id}, 'open', now(), now())`;
    expect(await close(tree.otherUnion.id)).toMatchObject({
      reason: 'has_transfers',
      detail: { openTransfers: 1 },
    });
  });

  it('refuses a stale page and the root', async () => {
    expect(await close(tree.union.id, admin, 9)).toMatchObject({ reason: 'stale' });
    expect(await close(tree.district.id)).toMatchObject({ reason: 'root_stays' });
  });

  it('is not for the union itself', async () => {
    const { actor } = await arrange((tx) => anOfficer(tx, 'union_admin', tree.union.id));
    await expect(close(tree.union.id, actor)).rejects.toThrow(Forbidden);
  });
});
