import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anOrganisation, aTree, type Tree } from '@/db/factories/organisations';
import { membershipChanges, memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { resetDb } from '@/db/testing';
import { openMembership } from '@/features/members/steps/open-membership';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { type AccountActor, system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { figureFilter, unionFigureFilter, unionRowsFilter } from '../schema';
import { readFigures } from './read-figures';
import { readUnionFigures } from './union-figures';
import { listUnionRows } from './union-rows';

/** Half past midnight of 1 October in Beijing, still September in Greenwich. */
const afterMidnight = new Date('2024-09-30T16:30:00Z');
const september = { from: '2024-09-01', to: '2024-09-30' };
const october = { from: '2024-10-01', to: '2024-10-31' };

let tree: Tree;
let officer: AccountActor;

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    officer = (await anOfficer(tx, 'economy_officer', tree.district.id)).actor;
  });
});

const numbersOf = async (period: { from: string; to: string }, unit?: string) =>
  (await readUnionFigures(makeCtx(system()), unionFigureFilter.parse({ ...period, unit }))).whole;
const services = (period: { from: string; to: string }, by: string) =>
  readFigures(as(officer), figureFilter.parse({ ...period, by }));

describe('a period of figures', () => {
  it('ends at midnight in Beijing: an approval at 16:30 of 30 September in Greenwich is of October', async () => {
    await arrange(async (tx) => {
      const joinedOn = todayOn(afterMidnight);
      const { membershipId } = await aMember(tx, { organisationId: tree.union.id, joinedOn });
      await recordMembershipChange(tx, { membershipId, type: 'joined', on: joinedOn });
    });
    expect(await numbersOf(september)).toMatchObject({ new_members: 0, members: 0 });
    expect(await numbersOf(october)).toMatchObject({ new_members: 1, members: 1 });
  });

  it('has a union that closes after midnight in Beijing on its last day, and not on the next', async () => {
    await arrange(async (tx) => {
      const { id } = await anOrganisation(tx, {
        ...{ kind: 'grassroots_union', parentId: tree.town.id, townId: tree.town.id },
        foundedOn: '2024-09-30',
      });
      const closed = { closedAt: afterMidnight };
      await tx.db.update(organisations).set(closed).where(eq(organisations.id, id));
    });
    const [before, last, next] = [
      await numbersOf({ from: '2024-09-29', to: '2024-09-29' }),
      await numbersOf(september),
      await numbersOf({ from: '2024-10-01', to: '2024-10-01' }),
    ].map(({ unions = 0 }) => unions);
    expect([last, next]).toEqual([(before ?? 0) + 1, before]);
  });

  it('has a session that begins after midnight in Beijing in the month of that day', async () => {
    await arrange(async (tx) => {
      const { id: offeringId } = await anOffering(tx, { organisationId: tree.district.id });
      await aSession(tx, {
        ...{ offeringId, capacity: 10, startsAt: afterMidnight },
        endsAt: new Date('2024-09-30T18:30:00Z'),
      });
    });
    expect((await services(september, 'month')).table.whole.sessions?.value).toBe(0);
    expect((await services(october, 'month')).table.whole.sessions?.value).toBe(1);
  });

  it('has a joining on the day from which it counts, however much later it is entered', async () => {
    await arrange(async (tx) => {
      const joinedOn = '2024-09-15';
      const member = await aMember(tx, { organisationId: tree.union.id, joinedOn });
      await tx.db.insert(membershipChanges).values({
        ...{ id: newId(), membershipId: member.membershipId, personId: member.personId },
        ...{ organisationId: tree.union.id, type: 'joined', on: joinedOn, isNewForm: false },
        createdAt: new Date('2024-10-20T02:00:00Z'),
      });
    });
    expect((await numbersOf(september)).new_members).toBe(1);
    expect((await numbersOf(october)).new_members).toBe(0);
  });

  it('has a transfer by its two days: out on the last day here, in on the first day there, nobody twice', async () => {
    await arrange(async (tx) => {
      const member = await aMember(tx, { organisationId: tree.union.id, joinedOn: '2020-01-01' });
      const { membershipId, personId } = member;
      const out = { membershipId, type: 'moved_out' as const, on: '2024-09-30' };
      const before = await recordMembershipChange(tx, out);
      if (!before) throw new Error('not moved');
      const { id: previousId, endedOn: _, ...same } = before;
      const id = newId();
      const there = { organisationId: tree.otherUnion.id, movedInOn: '2024-10-01' };
      await openMembership(tx, { ...same, ...there, id, previousId });
      await recordMembershipChange(tx, { membershipId: id, type: 'moved_in', on: '2024-10-01' });
      const rows = await tx.db.select().from(memberships).where(eq(memberships.personId, personId));
      expect(rows).toHaveLength(2);
    });
    expect(await numbersOf(september)).toMatchObject({ moved_out: 1, moved_in: 0, members: 1 });
    expect(await numbersOf(october)).toMatchObject({ moved_out: 0, moved_in: 1, members: 1 });
    expect(await numbersOf(september, tree.town.id)).toMatchObject({ moved_out: 1, members: 1 });
    expect(await numbersOf(october, tree.town.id)).toMatchObject({ moved_in: 0, members: 0 });
    expect(await numbersOf(october, tree.otherTown.id)).toMatchObject({ moved_in: 1, members: 1 });
    const asked = unionRowsFilter.parse({ ...september, figure: 'moved_out' });
    expect((await listUnionRows(makeCtx(system()), asked)).rows).toMatchObject([
      { day: '2024-09-30', place: tree.union.shortName },
    ]);
  });
});

describe('people of two towns', () => {
  it('are 17 where each town has ten and three were in both, and no total stands below', async () => {
    await arrange(async (tx) => {
      const { id: offeringId } = await anOffering(tx, { organisationId: tree.district.id });
      const at = (day: string, townId: string) =>
        aSession(tx, {
          ...{ offeringId, capacity: 20, townId },
          startsAt: new Date(`${day}T01:00:00Z`),
          endsAt: new Date(`${day}T03:00:00Z`),
        });
      const here = await at('2024-10-08', tree.town.id);
      const there = await at('2024-10-09', tree.otherTown.id);
      for (let n = 0; n < 17; n++) {
        const member = await aMember(tx, { organisationId: tree.union.id });
        const came = { member, organisationId: tree.union.id, status: 'attended' as const };
        if (n < 10) await aBooking(tx, { ...came, session: here });
        if (n >= 7) await aBooking(tx, { ...came, session: there });
      }
    });
    const { table } = await services(october, 'place');
    const people = table.lines.map(({ cells }) => cells.people?.value).filter(Boolean);
    expect(people).toEqual([10, 10]);
    expect(table.whole.people?.value).toBe(17);
    expect(table.total.people?.state).toBe('not_additive');
    expect(table.total.attended?.value).toBe(20);
  });
});
