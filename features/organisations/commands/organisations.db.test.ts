import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { Forbidden } from '@/lib/errors';
import { createOrganisationInput } from '../schema/organisation';
import { createOrganisation } from './create-organisation';
import { editOrganisation } from './edit-organisation';

let tree: Tree;
let officer: Actor;
let townAdmin: Actor;

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  officer = (await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.district.id))).actor;
  townAdmin = (await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id))).actor;
});

const input = (parentId: string, more: Record<string, string> = {}) =>
  createOrganisationInput.parse({
    parentId,
    kind: 'grassroots_union',
    name: '晨光食品工会',
    ...more,
  });

const ancestors = async (id: string) => {
  const rows = await sqlAsOwner()<{ id: string }[]>`
    select ancestor_id as id from organisation_closure where descendant_id = ${id} order by depth`;
  return rows.map((row) => row.id);
};
const audited = (action: string) => sqlAsOwner()`
  select entity_id, organisation_id, before, after, reason from audit_entries where action = ${action}`;

describe('founding', () => {
  it('makes the row, its place in the tree, its QR code and the line in the ledger', async () => {
    const made = await createOrganisation(as(officer), input(tree.town.id));
    if (!made.ok) throw new Error(made.reason);
    const [row] = await sqlAsOwner()`select * from organisations where id = ${made.value.id}`;
    expect(row).toMatchObject({ parent_id: tree.town.id, kind: 'grassroots_union', version: 1 });
    expect(row?.join_code).toMatch(/^[2-9A-Z]{6}$/);
    expect(await ancestors(made.value.id)).toEqual([made.value.id, tree.town.id, tree.district.id]);
    expect(await audited('create_organisation')).toMatchObject([{ entity_id: made.value.id }]);
  });

  it('refuses a kind that does not fit and leaves nothing behind', async () => {
    const made = await createOrganisation(as(officer), input(tree.home.id));
    expect(made).toMatchObject({ ok: false, reason: 'kind_not_allowed' });
    expect(await audited('create_organisation')).toEqual([]);
  });

  it('refuses a second 网上会员之家, a town without its code, a taken credit code', async () => {
    const home = await createOrganisation(
      as(officer),
      input(tree.town.id, { kind: 'online_home' }),
    );
    const town = await createOrganisation(
      as(officer),
      input(tree.district.id, { kind: 'town_federation' }),
    );
    expect([home, town]).toMatchObject([{ reason: 'home_exists' }, { reason: 'area_needed' }]);
    const uscc = '81450803MD00000019';
    await sqlAsOwner()`update organisations set uscc = ${uscc} where id = ${tree.union.id}`;
    const taken = await createOrganisation(as(officer), { ...input(tree.town.id), uscc });
    expect(taken).toMatchObject({ reason: 'uscc_taken' });
  });

  it('is not for a town administrator', async () => {
    await expect(createOrganisation(as(townAdmin), input(tree.town.id))).rejects.toThrow(Forbidden);
    expect(await audited('create_organisation')).toEqual([]);
  });
});

describe('renaming', () => {
  const change = { name: '新名工会', shortName: null, uscc: null, address: null } as const;
  const more = { phone: null, foundedOn: null, reviewSteps: 2 } as const;

  it('keeps the new name and review steps, and says what was before', async () => {
    const id = tree.union.id;
    const saved = await editOrganisation(as(officer), { id, version: 1, ...change, ...more });
    expect(saved.ok).toBe(true);
    const [row] = await sqlAsOwner()`select * from organisations where id = ${id}`;
    expect(row).toMatchObject({ name: '新名工会', review_steps: 2, version: 2 });
    expect(await audited('edit_organisation')).toMatchObject([
      { before: { name: '甲厂工会' }, after: { name: '新名工会' } },
    ]);
  });

  it('refuses a page that is out of date', async () => {
    const stale = { id: tree.union.id, version: 7, ...change, ...more };
    expect(await editOrganisation(as(officer), stale)).toMatchObject({ reason: 'stale' });
    expect(await audited('edit_organisation')).toEqual([]);
  });
});
