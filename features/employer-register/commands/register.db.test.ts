import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { findEntry, listRegister } from '../queries/entries';
import { readTownCounts } from '../queries/town-counts';
import { coverageWords } from '../rules/coverage';
import { enterEmployerInput, registerFilter } from '../schema/entry';
import { countStaff, listEntry, setStatus } from './change-entry';
import { enterEmployer } from './enter-employer';

let tree: Tree;
let district: Actor;
let town: Actor & { kind: 'account' };
let otherTown: Actor;
let viewer: Actor;
const today = todayOn(new Date());
const uscc = '914403001922038216';

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  const officer = (role: 'organisation_officer' | 'town_admin' | 'viewer', id: string) =>
    arrange(async (tx) => (await anOfficer(tx, role, id)).actor);
  district = await officer('organisation_officer', tree.district.id);
  town = (await officer('town_admin', tree.town.id)) as typeof town;
  otherTown = await officer('town_admin', tree.otherTown.id);
  viewer = await officer('viewer', tree.district.id);
});

const facts = (more: Record<string, string> = {}) => ({
  ...{ name: '甲街道测试物流有限公司', uscc, townId: tree.town.id, industry: '', address: '' },
  ...{ source: 'patrol', origin: 'found', enteredOn: addDays(today, -10) },
  ...{ staffCount: '62', staffCountedOn: addDays(today, -3), staffEvidence: 'insurance' },
  ...{ responsibleId: '', nextVisitOn: '' },
  ...more,
});
const enter = (actor: Actor, more = {}) =>
  enterEmployer(as(actor), enterEmployerInput.parse(facts(more)));
const entered = async (actor: Actor = town, more = {}) => {
  const result = await enter(actor, more);
  if (!result.ok) throw new Error(result.reason);
  return result.value.employerId;
};
const stored = async (id: string) =>
  (
    await sqlAsOwner()`select *, listed_on::text as listed from register_entries where employer_id = ${id}`
  )[0];
const lines = async (action: string) =>
  (await sqlAsOwner()`select 1 from audit_entries where action = ${action}`).length;
const rows = async (actor: Actor, asked: Record<string, string> = {}) =>
  (await listRegister(as(actor), registerFilter.parse(asked))).rows.map(({ name }) => name);

describe('entering an employer', () => {
  it('takes a new one once, by its own town and those above, and audits it', async () => {
    const id = await entered();
    expect(await stored(id)).toMatchObject({
      ...{ place_id: tree.town.id, origin: 'found', listed: null, staff_count: 62 },
      status: 'untouched',
    });
    expect(await lines('enter_register')).toBe(1);
    expect(await enter(district)).toMatchObject({ reason: 'already_entered' });
    await expect(enter(otherTown)).rejects.toThrow(Forbidden);
    await expect(enter(viewer)).rejects.toThrow(Forbidden);
    expect(
      await enter(town, { name: '别的', uscc: '', enteredOn: addDays(today, 1) }),
    ).toMatchObject({ reason: 'future', fieldErrors: { enteredOn: expect.any(String) } });
  });

  it('takes the one that the list of employers has by its code, and refuses one of another town', async () => {
    const known = await arrange((tx) => anEmployer(tx, { uscc, townId: tree.town.id }));
    expect(await entered()).toBe(known.id);
    const other = '9144030071526726XG';
    await arrange((tx) => anEmployer(tx, { uscc: other, townId: tree.otherTown.id }));
    expect(await enter(town, { uscc: other })).toMatchObject({ reason: 'elsewhere' });
  });

  it('takes a responsible officer with the right there, and nobody else', async () => {
    expect(await enter(town, { responsibleId: town.accountId })).toMatchObject({ ok: true });
    const far = (otherTown as typeof town).accountId;
    expect(await enter(town, { uscc: '', name: '另一家', responsibleId: far })).toMatchObject({
      reason: 'not_a_keeper',
    });
  });

  it.each([
    [{ staffCountedOn: '' }, 'staffCountedOn'],
    [{ staffEvidence: '' }, 'staffEvidence'],
    [{ origin: '' }, 'origin'],
    [{ uscc: '914403001922038217' }, 'uscc'],
    [{ staffCount: '六十' }, 'staffCount'],
  ])('says at its field what is wrong with %o', (more, field) => {
    const bad = enterEmployerInput.safeParse(facts(more));
    expect(bad.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it('refuses the second of two at the same moment', async () => {
    const both = await Promise.all([enter(town), enter(district)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('an entry of the register', () => {
  it('comes onto the list once, with its day, and stays one that was found', async () => {
    const id = await entered();
    const list = (version: number, listedOn: string) =>
      listEntry(as(town), { employerId: id, version, listedOn });
    expect(await list(1, addDays(today, -11))).toMatchObject({ reason: 'before_found' });
    expect(await list(1, addDays(today, 1))).toMatchObject({ reason: 'future' });
    expect(await list(2, today)).toMatchObject({ reason: 'stale' });
    expect(await list(1, today)).toMatchObject({ ok: true });
    expect(await list(2, today)).toMatchObject({ reason: 'listed_before' });
    expect(await stored(id)).toMatchObject({ origin: 'found', listed: today });
  });

  it.each([
    ["origin = 'listed', listed_on = current_date", 'register_entries_origin'],
    ["source = 'tax'", 'register_entries_origin'],
    ['listed_on = null', 'register_entries_one_way'],
    ['listed_on = listed_on - 1', 'register_entries_one_way'],
    ["status = 'founded'", 'register_entries_typed'],
    ["status = 'unfit'", 'register_entries_reason'],
  ])('refuses in the database: set %s', async (set, constraint) => {
    const id = await entered();
    await sqlAsOwner()`update register_entries set listed_on = ${today} where employer_id = ${id}`;
    const write = sqlAsOwner().unsafe(
      `update register_entries set ${set} where employer_id = '${id}'`,
    );
    await expect(write).rejects.toMatchObject({ constraint_name: constraint });
  });

  it('follows its employer to another town, and is seen there alone', async () => {
    const id = await entered();
    await sqlAsOwner()`update employers set town_id = ${tree.otherTown.id} where id = ${id}`;
    expect(await findEntry(as(town), id)).toBeNull();
    expect(await findEntry(as(otherTown), id)).toMatchObject({ id });
    expect(await findEntry(as(viewer), id)).toMatchObject({ id });
  });

  it('is said to be unfit with a reason only, and never typed as founded', async () => {
    const id = await entered();
    const say = (version: number, status: 'unfit' | 'founded', reason: string | null) =>
      setStatus(as(town), { employerId: id, version, status, reason });
    expect(await say(1, 'unfit', null)).toMatchObject({ reason: 'reason_needed' });
    expect(await say(1, 'founded', null)).toMatchObject({ reason: 'follows_tree' });
    expect(await say(1, 'unfit', '季节性停工')).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ status: 'unfit', status_reason: '季节性停工' });
    await expect(
      setStatus(as(otherTown), { employerId: id, version: 2, status: 'surveyed', reason: null }),
    ).rejects.toThrow(NotFound);
    await expect(
      setStatus(as(viewer), { employerId: id, version: 2, status: 'surveyed', reason: null }),
    ).rejects.toThrow(Forbidden);
  });

  it('takes a newer head count into the list of employers, and refuses an older one', async () => {
    const id = await entered();
    const countOn = (staffCountedOn: string, version = 1) =>
      countStaff(as(town), {
        ...{ employerId: id, version, staffCount: 80, staffCountedOn },
        staffEvidence: 'roster',
      });
    expect(await countOn(addDays(today, -4))).toMatchObject({ reason: 'older' });
    expect(await countOn(addDays(today, 1))).toMatchObject({ reason: 'future' });
    expect(await countOn(today)).toMatchObject({ ok: true });
    expect(await countOn(today)).toMatchObject({ reason: 'stale' });
    const [employer] = await sqlAsOwner()`select staff_count from employers where id = ${id}`;
    expect(employer).toEqual({ staff_count: 80 });
  });
});

describe('the list of the register', () => {
  it('shows what is open of one’s own area, what is due first, and finds by name and town', async () => {
    await entered(town, { nextVisitOn: addDays(today, 5) });
    await entered(otherTown, { name: '乙镇测试木业', uscc: '', townId: tree.otherTown.id });
    await entered(town, { name: '甲街道到期店', uscc: '', nextVisitOn: today });
    expect(await rows(town)).toEqual(['甲街道到期店', '甲街道测试物流有限公司']);
    expect(await rows(district)).toHaveLength(3);
    expect(await rows(district, { town: tree.otherTown.id })).toEqual(['乙镇测试木业']);
    expect(await rows(district, { view: 'due' })).toEqual(['甲街道到期店']);
    expect(await rows(district, { view: 'unassigned' })).toHaveLength(3);
    expect(await rows(district, { q: '物流' })).toEqual(['甲街道测试物流有限公司']);
    expect(await rows(district, { status: 'founded' })).toEqual([]);
    expect(await rows(district, { status: 'nonsense', page: '-3', origin: 'x' })).toHaveLength(3);
  });

  it('counts coverage over those that meet the bar: an unfit or small one is not due', async () => {
    const founded = await entered();
    await sqlAsOwner()`update employers set union_id = ${tree.union.id} where id = ${founded}`;
    const unfit = await entered(town, { name: '不具备厂', uscc: '' });
    await setStatus(as(town), { employerId: unfit, version: 1, status: 'unfit', reason: '停工' });
    await entered(town, { name: '小店', uscc: '', staffCount: '24' });
    await entered(town, { name: '该建厂', uscc: '', staffCount: '25' });
    const more = { uscc: '', staffCount: '', staffCountedOn: '', staffEvidence: '' };
    await entered(town, { name: '没核实', ...more });
    const { all, towns, bar } = await readTownCounts(as(district));
    expect(all).toMatchObject({ total: 5, open: 4, founded: 1, due: 2, uncounted: 1, found: 5 });
    expect(all.foundFounded).toBe(1);
    // Of those without a union with enough staff, the unfit one too: its number opens these rows.
    const large = await rows(town, { view: 'large' });
    expect([all.large, large.toSorted()]).toEqual([2, ['不具备厂', '该建厂'].toSorted()]);
    expect([bar, coverageWords(all)]).toEqual([25, '50.0%']);
    expect(towns.map(({ name }) => name)).toEqual(['甲街道']);
    expect(await rows(town, { status: 'founded' })).toEqual(['甲街道测试物流有限公司']);
    await sqlAsOwner()`update organisations set closed_at = now() where id = ${tree.union.id}`;
    expect((await readTownCounts(as(district))).all.founded).toBe(0);
  });
});
