import { beforeEach, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, anOrganisation, aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { asked, sideOf } from '@/features/transfers/transfers.test-helpers';
import type { Actor } from '@/lib/actor';
import { Forbidden } from '@/lib/errors';
import { moveOrganisation } from './commands/move-organisation';

let tree: Tree;
let officer: Actor;
const sql = sqlAsOwner();

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  officer = (await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.district.id))).actor;
  await sql`update organisations set town_id = id where kind = 'town_federation'`;
});

const below = (parentId: string) =>
  arrange((tx) => anOrganisation(tx, { parentId, townId: tree.town.id }));
const ancestors = async (id: string) => {
  const rows = await sql<{ id: string }[]>`
    select ancestor_id as id from organisation_closure where descendant_id = ${id} order by depth`;
  return rows.map((row) => row.id);
};
const audited = () => sql`
  select before, reason from audit_entries where action = 'move_organisation'`;
const move = (id: string, parentId: string, actor = officer) =>
  moveOrganisation(as(actor), { id, parentId, version: 1, reason: '区划调整' });

it('a moved union takes everything below along, in the tree and in the town', async () => {
  const { id } = await below(tree.union.id);
  expect((await move(tree.union.id, tree.otherTown.id)).ok).toBe(true);
  expect(await ancestors(id)).toEqual([id, tree.union.id, tree.otherTown.id, tree.district.id]);
  const towns = await sql`select town_id from organisations where id in (${id}, ${tree.union.id})`;
  expect(towns).toEqual([{ town_id: tree.otherTown.id }, { town_id: tree.otherTown.id }]);
  expect(await audited()).toMatchObject([
    { before: { parentId: tree.town.id }, reason: '区划调整' },
  ]);
});

it('the employers of a moved union follow it, but for one that lies in another town', async () => {
  const [near, far] = await arrange(async (tx) => [
    await anEmployer(tx, { unionId: tree.union.id, townId: tree.town.id }),
    await anEmployer(tx, { unionId: tree.union.id, townId: tree.district.id }),
  ]);
  await move(tree.union.id, tree.otherTown.id);
  const rows = await sql`select id, town_id from employers`;
  const of = (id?: string) => rows.find((row) => row.id === id)?.town_id;
  expect([of(near?.id), of(far?.id)]).toEqual([tree.otherTown.id, tree.district.id]);
});

it('below an industry a union stays in the town that it lies in', async () => {
  await move(tree.union.id, tree.industry.id);
  const [row] = await sql`select town_id from organisations where id = ${tree.union.id}`;
  expect(row?.town_id).toBe(tree.town.id);
});

it('an application that was passed up lies with the new level above, its day unchanged', async () => {
  const given = { organisationId: tree.union.id };
  const [up, own] = await arrange(async (tx) => [
    await aSubmittedApplication(tx, {
      ...given,
      after: { deskId: tree.town.id, escalatedAt: new Date(), status: 'in_review' },
    }),
    await aSubmittedApplication(tx, given),
  ]);
  const due = () => sql`select subject_id, due_on, ended_at from clocks order by subject_id`;
  const before = await due();
  await move(tree.union.id, tree.otherTown.id);
  const rows = await sql`select id, desk_id from membership_applications`;
  const of = (id?: string) => rows.find((row) => row.id === id)?.desk_id;
  expect([of(up?.id), of(own?.id)]).toEqual([tree.otherTown.id, tree.union.id]);
  expect(await due()).toEqual(before);
});

it('a side of a transfer that was passed up follows, that of the other union does not', async () => {
  await resetDb();
  const made = await asked();
  tree = made.tree;
  const { actor } = await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.district.id));
  await sql`update transfer_sides set desk_id = ${tree.town.id} where side = 'out'`;
  expect((await move(tree.union.id, tree.otherTown.id, actor)).ok).toBe(true);
  expect(await sideOf(made.transferId, 'out')).toMatchObject({ desk_id: tree.otherTown.id });
  expect(await sideOf(made.transferId, 'in')).toMatchObject({ desk_id: tree.otherUnion.id });
});

it('a circle is refused, even when two moves cross', async () => {
  const { id } = await below(tree.union.id);
  expect(await move(tree.union.id, id)).toMatchObject({ reason: 'below_itself' });
  const [a, b] = [await below(tree.town.id), await below(tree.town.id)];
  const both = await Promise.all([move(a.id, b.id), move(b.id, a.id)]);
  expect(both.filter((result) => result.ok)).toHaveLength(1);
});

it('moving a union needs the right at both ends', async () => {
  const half = await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.town.id));
  await expect(move(tree.union.id, tree.otherTown.id, half.actor)).rejects.toThrow(Forbidden);
  expect(await audited()).toEqual([]);
});
