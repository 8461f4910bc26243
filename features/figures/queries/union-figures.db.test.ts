import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, anOrganisation, aTree, type Tree } from '@/db/factories/organisations';
import { registerEntries } from '@/db/schema/employer-register';
import { foundingActions, foundingEmployers, foundings } from '@/db/schema/foundings';
import { membershipChanges, memberships } from '@/db/schema/membership';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { carryMemberships, lockMembershipsOf } from '@/features/members/steps/carry-memberships';
import { type AccountActor, system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { unionFigureFilter, unionRowsFilter } from '../schema';
import { readEveryFigure } from './every-figure';
import { readUnionFigures } from './union-figures';
import { listUnionRows } from './union-rows';
import { unionSets } from './union-sets';

let tree: Tree;
let officers: Record<'district' | 'town' | 'chair' | 'women', AccountActor>;

type Type = typeof membershipChanges.$inferInsert.type;
type Member = Awaited<ReturnType<typeof aMember>>;

const courier = { code: 'courier', version: 'test', isNewForm: true, inEightGroups: true };
const year = { from: '2024-01-01', to: '2024-12-31' };

async function noteChange(tx: Ctx, member: Member, type: Type, on: string, more = {}) {
  await tx.db.insert(membershipChanges).values({
    ...{ id: newId(), membershipId: member.membershipId, personId: member.personId },
    ...{ organisationId: tree.union.id, type, on, isNewForm: false },
    ...more,
  });
}

const asProvisional = { provisional: true };

async function joined(
  tx: Ctx,
  on: string,
  where = tree.union,
  occupation?: typeof courier,
  more = {},
) {
  const member = await aMember(tx, { organisationId: where.id, joinedOn: on, occupation });
  await noteChange(tx, member, 'joined', on, {
    organisationId: where.id,
    isNewForm: occupation?.isNewForm ?? false,
    ...more,
  });
  return member;
}

/** A 会籍 of the same person that ended before the one they have. */
async function wasMember(tx: Ctx, member: Member, from: string, to: string) {
  const membershipId = newId();
  const [now] = await tx.db.select().from(memberships).limit(1);
  if (!now) throw new Error('no membership to be like');
  await tx.db.insert(memberships).values({
    ...now,
    ...{ id: membershipId, personId: member.personId, memberNo: `E${membershipId.slice(-8)}` },
    ...{ organisationId: tree.otherUnion.id, status: 'left', joinedOn: from, endedOn: to },
  });
  const before = { ...member, membershipId };
  await noteChange(tx, before, 'joined', from, { organisationId: tree.otherUnion.id });
  await noteChange(tx, before, 'resigned', to, { organisationId: tree.otherUnion.id });
}

async function founded(tx: Ctx, firms: number, doneOn: string) {
  const townId = tree.town.id;
  const union = await anOrganisation(tx, {
    ...{ kind: firms > 1 ? 'joint_union' : 'grassroots_union', parentId: townId, townId },
    foundedOn: doneOn,
  });
  const foundingId = newId();
  await tx.db.insert(foundings).values({
    ...{
      id: foundingId,
      placeId: townId,
      parentId: townId,
      name: '物流联合工会',
      createdAt: tx.now,
    },
    ...{ form: firms > 1 ? 'joint_union' : 'own_committee', organisationId: union.id },
  });
  for (let n = 0; n < firms; n++) {
    const employer = await anEmployer(tx, { townId, unionId: union.id });
    await tx.db
      .insert(foundingEmployers)
      .values({ foundingId, employerId: employer.id, releasedAt: tx.now });
    await tx.db.insert(registerEntries).values({
      ...{ employerId: employer.id, placeId: townId, source: 'assigned', origin: 'listed' },
      ...{ enteredOn: '2023-05-01', listedOn: '2023-05-01', createdAt: tx.now },
    });
  }
  await tx.db.insert(foundingActions).values({
    ...{ foundingId, position: 1, step: 'founded', doneOn, documentNo: '总工批〔2024〕8号' },
    ...{ facts: { term: 3 }, recordedAt: tx.now },
  });
}

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    const one = async (role: Parameters<typeof anOfficer>[1], where: string) =>
      (await anOfficer(tx, role, where)).actor;
    officers = {
      district: await one('organisation_officer', tree.district.id),
      town: await one('town_admin', tree.town.id),
      chair: await one('union_admin', tree.union.id),
      women: await one('women_officer', tree.district.id),
    };
    await joined(tx, '2024-01-01');
    await joined(tx, '2024-12-31', tree.otherUnion, courier);
    await joined(tx, '2025-01-01');
    const again = await joined(tx, '2024-05-06');
    await wasMember(tx, again, '2020-01-01', '2022-12-31');
    const moved = await joined(tx, '2023-03-04');
    await noteChange(tx, moved, 'moved_in', '2024-07-08');
    const retired = await joined(tx, '2021-01-01');
    await noteChange(tx, retired, 'retained', '2024-09-01', { reason: 'retired' });
    await founded(tx, 3, '2024-06-12');
    await founded(tx, 1, '2023-12-31');
  });
});

const readAs = (actor: AccountActor, asked: Record<string, string> = {}) =>
  readUnionFigures(as(actor), unionFigureFilter.parse({ ...year, ...asked }));
const rowsAs = (actor: AccountActor, asked: Record<string, string>) =>
  listUnionRows(as(actor), unionRowsFilter.parse({ ...year, ...asked }));

describe('the figures of members, unions and employers', () => {
  it('count first joinings by their day, stocks at the end of the period, and each firm of a joint union', async () => {
    expect((await readAs(officers.district)).whole).toEqual({
      ...{ new_members: 2, new_members_new_form: 1, moved_in: 1, moved_out: 0 },
      ...{ retained: 1, restored: 0, left: 0, members: 5, members_new_form: 1 },
      ...{ founded_employers: 3, unions: 4, register_due: 4, register_founded: 4 },
    });
    expect(
      (await readAs(officers.district, { from: '2022-01-01', to: '2022-12-31' })).whole,
    ).toMatchObject({
      ...{ new_members: 0, left: 1, members: 2, founded_employers: 0 },
    });
  });

  it('add up over the units below, which open in their turn', async () => {
    const { lines, whole, unit } = await readAs(officers.district);
    expect(unit.unit?.id).toBe(tree.district.id);
    const of = (id: string) => lines.map(({ label, numbers }) => [label, numbers[id] ?? 0]);
    expect(of('new_members')).toEqual([
      ['甲街道', 1],
      ['乙镇', 1],
      ['快递行业工会联合会', 0],
    ]);
    for (const id of Object.keys(whole))
      expect(
        lines.reduce((sum, { numbers }) => sum + (numbers[id] ?? 0), 0),
        id,
      ).toBe(whole[id]);
    const town = await readAs(officers.district, { unit: tree.otherTown.id });
    expect(town.whole).toMatchObject({ new_members: 1, founded_employers: 0, unions: 1 });
    expect(town.unit.above.map(({ id }) => id)).toEqual([tree.district.id]);
  });

  it('open exactly the rows that were counted, every one of them, whole and line by line', async () => {
    const { whole, lines } = await readAs(officers.district);
    for (const figure of unionSets.flatMap(({ figures }) => figures)) {
      const all = await rowsAs(officers.district, { figure: figure.id });
      expect([figure.id, all.total, all.rows.length]).toEqual([
        figure.id,
        whole[figure.id],
        whole[figure.id],
      ]);
      expect(new Set(all.rows.map(({ id }) => id)).size).toBe(all.total);
      for (const { key, numbers } of lines)
        expect((await rowsAs(officers.district, { figure: figure.id, key })).total).toBe(
          numbers[figure.id] ?? 0,
        );
    }
    const papers = await rowsAs(officers.district, { figure: 'founded_employers' });
    expect(papers.rows[0]).toMatchObject({ words: '总工批〔2024〕8号', day: '2024-06-12' });
  });

  it('do not count who is 预备 until the day of 转正', async () => {
    await arrange(async (tx) => {
      const waiting = await joined(tx, '2024-02-02', tree.union, undefined, asProvisional);
      await tx.db.execute(
        `update memberships set status = 'left', ended_on = '2024-05-05' where id = '${waiting.membershipId}'`,
      );
      const confirmed = await joined(tx, '2023-11-11', tree.union, undefined, asProvisional);
      await noteChange(tx, confirmed, 'confirmed', '2024-03-03', { reason: 'union_founded' });
    });
    expect((await readAs(officers.district)).whole.new_members).toBe(3);
    expect(
      (await readAs(officers.district, { from: '2023-01-01', to: '2023-12-31' })).whole.new_members,
    ).toBe(1);
  });

  it('count who was carried out of a merged union only where one end lies outside', async () => {
    await arrange(async (tx) => {
      const member = await aMember(tx, { organisationId: tree.union.id, joinedOn: '2019-01-01' });
      const locked = await lockMembershipsOf(tx, tree.union.id);
      const only = locked.filter(({ id }) => id === member.membershipId);
      await carryMemberships(tx, only, {
        ...{ fromId: tree.union.id, toId: tree.otherUnion.id, reason: 'union_merged' },
        ...{ on: '2024-10-01', confirms: true },
      });
    });
    const { whole } = await readAs(officers.district);
    expect(whole).toMatchObject({ new_members: 2, moved_in: 1, moved_out: 0, members: 6 });
    const left = await readAs(officers.district, { unit: tree.town.id });
    expect(left.whole).toMatchObject({ moved_in: 1, moved_out: 1, members: 4 });
    const taken = await readAs(officers.district, { unit: tree.otherTown.id });
    expect(taken.whole).toMatchObject({ moved_in: 1, moved_out: 0, members: 2 });
  });

  it('end where the reader’s right ends: a union reads its own, and nothing of employers', async () => {
    const own = await readAs(officers.chair);
    expect(own.unit.unit?.id).toBe(tree.union.id);
    expect(own.whole).toMatchObject({ new_members: 1, members: 4, unions: 1 });
    expect(own.whole).not.toHaveProperty('register_due');
    await expect(readAs(officers.chair, { unit: tree.otherUnion.id })).rejects.toThrow(NotFound);
    await expect(rowsAs(officers.chair, { figure: 'founded_employers' })).rejects.toThrow(NotFound);
    await expect(rowsAs(officers.women, { figure: 'members' })).rejects.toThrow(NotFound);
    await expect(
      rowsAs(officers.town, { figure: 'members', unit: tree.otherTown.id }),
    ).rejects.toThrow(NotFound);
    expect((await readAs(officers.town)).whole).toMatchObject({ new_members: 1, members: 4 });
  });

  it('say in the ledger who looked at which rows', async () => {
    await rowsAs(officers.town, { figure: 'new_members' });
    const [line] = await sqlAsOwner()`
      select entity_id, after ->> 'rows' as rows from audit_entries where action = 'view_figure_rows'`;
    expect(line).toEqual({ entity_id: 'new_members', rows: '1' });
  });

  it('are those of the whole federation for the system', async () => {
    const { whole, sets } = await readUnionFigures(
      makeCtx(system()),
      unionFigureFilter.parse(year),
    );
    expect(sets).toEqual(unionSets);
    expect(whole).toMatchObject({ new_members: 2, founded_employers: 3 });
  });

  it('are as many as their rows for the command line, with those of each kind of service', async () => {
    const all = await readEveryFigure(makeCtx(system()), year);
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['new_members', 'unions', 'training.attended', 'screening.places']),
    );
    for (const { id, value, rows } of all)
      if (!id.endsWith('.places')) expect([id, rows]).toEqual([id, value]);
    expect(all.find(({ id }) => id === 'members')).toMatchObject({
      from: null,
      to: '2024-12-31',
      value: 5,
    });
    await expect(readEveryFigure(as(officers.district), year)).rejects.toThrow(
      'only at the server',
    );
  });

  it('keep the days of a typed period that is none out, and say why', async () => {
    const { period } = await readAs(officers.town, { from: '2024-13-01', to: '' });
    expect(period.refused?.words).toMatch(/日期不对/);
  });
});
