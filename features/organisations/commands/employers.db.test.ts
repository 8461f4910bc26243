import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { aUscc } from '@/db/factories/uscc';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { type Actor, anonymous } from '@/lib/actor';
import { Forbidden } from '@/lib/errors';
import { findEmployers } from '../queries/find-employers';
import { addEmployerInput, editEmployerInput } from '../schema/employer';
import { addEmployer, editEmployer } from './save-employer';

let tree: Tree;
let officer: Actor;
let townAdmin: Actor;

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  officer = (await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.district.id))).actor;
  townAdmin = (await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id))).actor;
});

const uscc = aUscc('91', 4711);
const facts = (more: Record<string, string> = {}) => ({
  name: '贵港江南晨光食品有限公司',
  uscc: uscc.toLowerCase(),
  townId: tree.town.id,
  unionId: tree.union.id,
  staffCount: '186',
  ...more,
});
const add = (actor: Actor, more = {}) =>
  addEmployer(as(actor), addEmployerInput.parse(facts(more)));

describe('employers', () => {
  it('are entered with their code in capitals, and audited', async () => {
    const made = await add(townAdmin);
    if (!made.ok) throw new Error(made.reason);
    const [row] = await sqlAsOwner()`select * from employers where id = ${made.value.id}`;
    expect(row).toMatchObject({ uscc, staff_count: 186, initials: 'ggjncgspyxgs', version: 1 });
    const lines = await sqlAsOwner()`select 1 from audit_entries where action = 'add_employer'`;
    expect(lines).toHaveLength(1);
  });

  it('have one credit code each', async () => {
    await add(officer);
    expect(await add(officer)).toMatchObject({ reason: 'uscc_taken', fieldErrors: {} });
    const wrong = addEmployerInput.safeParse(facts({ uscc: `${uscc.slice(0, 17)}0` }));
    expect(wrong.success).toBe(uscc.endsWith('0'));
  });

  it('are of the town that enters them', async () => {
    await expect(add(townAdmin, { townId: tree.otherTown.id })).rejects.toThrow(Forbidden);
    const made = await add(officer, { townId: tree.otherTown.id });
    if (!made.ok) throw new Error(made.reason);
    const edit = editEmployerInput.parse({ id: made.value.id, version: '1', ...facts() });
    await expect(editEmployer(as(townAdmin), edit)).rejects.toThrow(Forbidden);
  });

  it('are not changed from a stale page', async () => {
    const made = await add(officer);
    if (!made.ok) throw new Error(made.reason);
    const edit = { id: made.value.id, ...facts({ staffCount: '200' }) };
    const first = editEmployerInput.parse({ ...edit, version: '1' });
    expect((await editEmployer(as(officer), first)).ok).toBe(true);
    expect(await editEmployer(as(officer), first)).toMatchObject({ reason: 'stale' });
  });
});

describe('finding an employer', () => {
  beforeEach(async () => {
    await add(officer);
    await add(officer, { name: '港南区好邻里超市', uscc: '' });
  });

  it.each([
    ['晨光', '贵港江南晨光食品有限公司'],
    ['晨光食品', '贵港江南晨光食品有限公司'],
    ['chenguang', '贵港江南晨光食品有限公司'],
    ['CGSP', '贵港江南晨光食品有限公司'],
    ['gg', '贵港江南晨光食品有限公司'],
    ['gu', '贵港江南晨光食品有限公司'],
    ['gangj', '贵港江南晨光食品有限公司'],
    ['nanchen', '贵港江南晨光食品有限公司'],
    ['haolin', '港南区好邻里超市'],
    [uscc, '贵港江南晨光食品有限公司'],
    [uscc.slice(0, 9), '贵港江南晨光食品有限公司'],
    ['超市', '港南区好邻里超市'],
  ])('by %s', async (query, name) => {
    const found = await findEmployers(as(anonymous), query);
    expect(found.map((employer) => employer.name)).toEqual([name]);
  });

  it.each(['ang', 'ngji', 'anchen', 'uanggu', 'ao', 'inli'])(
    'not by %s, which begins in the middle of a syllable',
    async (query) => {
      expect(await findEmployers(as(anonymous), query)).toEqual([]);
    },
  );

  it.each(['%%', '__', '晨', '不存在的', ''])('takes %s as it stands', async (query) => {
    expect(await findEmployers(as(anonymous), query)).toEqual([]);
  });
});
