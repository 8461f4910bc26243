import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, anOrganisation, aTree, type Tree } from '@/db/factories/organisations';
import { foundingActions, foundingEmployers, foundings } from '@/db/schema/foundings';
import { resetDb } from '@/db/testing';
import { newId } from '@/lib/ids';
import { foundedEmployers } from './founded-employers';

let tree: Tree;
const year = { from: '2024-01-01', to: '2024-12-31' };

/** A union founded by so many firms of a town on a day. */
const aFounding = (
  townId: string,
  firms: number,
  doneOn: string,
  documentNo = '总工批〔2024〕8号',
) =>
  arrange(async (tx) => {
    const union = await anOrganisation(tx, { kind: 'grassroots_union', parentId: townId, townId });
    const foundingId = newId();
    await tx.db.insert(foundings).values({
      ...{ id: foundingId, placeId: townId, parentId: townId, name: '物流联合工会' },
      ...{ form: firms > 1 ? 'joint_union' : 'own_committee', organisationId: union.id },
      createdAt: tx.now,
    });
    for (let n = 0; n < firms; n++) {
      const { id: employerId } = await anEmployer(tx, { townId });
      await tx.db.insert(foundingEmployers).values({ foundingId, employerId, releasedAt: tx.now });
    }
    await tx.db.insert(foundingActions).values({
      ...{ foundingId, position: 1, step: 'founded', doneOn, documentNo },
      ...{ facts: { term: 3 }, recordedAt: tx.now },
    });
    return union;
  });

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
});

describe('the founded employers of a period', () => {
  it('are a row for each firm of a joint union, each with the number and the day of the paper', async () => {
    const joint = await aFounding(tree.town.id, 3, '2024-06-12');
    await aFounding(tree.otherTown.id, 1, '2024-12-31', '总工批〔2024〕31号');
    await aFounding(tree.town.id, 1, '2023-12-31');
    await aFounding(tree.town.id, 1, '2025-01-01');
    const { actor } = await arrange((tx) => anOfficer(tx, 'viewer', tree.district.id));
    const all = await foundedEmployers(as(actor), { ...year, within: [tree.district.id] });
    expect(all.count).toBe(4);
    expect(all.rows).toHaveLength(4);
    expect(all.rows[0]).toMatchObject({
      ...{ unionId: joint.id, documentNo: '总工批〔2024〕8号', foundedOn: '2024-06-12' },
      form: 'joint_union',
    });
    expect(new Set(all.rows.map(({ employerId }) => employerId)).size).toBe(4);
    const other = await foundedEmployers(as(actor), { ...year, within: [tree.otherTown.id] });
    expect(other.rows.map(({ documentNo }) => documentNo)).toEqual(['总工批〔2024〕31号']);
  });

  it('outside the area of who asks are not there', async () => {
    await aFounding(tree.town.id, 2, '2024-06-12');
    const { actor } = await arrange((tx) => anOfficer(tx, 'town_admin', tree.otherTown.id));
    const seen = await foundedEmployers(as(actor), { ...year, within: [tree.district.id] });
    expect(seen).toEqual({ rows: [], count: 0 });
  });
});
