import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree, type Tree } from '@/db/factories/organisations';
import { membershipChanges } from '@/db/schema/membership';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { offeringFilter } from '@/features/bookings/schema/desk-filter';
import { listMembers } from '@/features/members/queries/members';
import { memberFilter } from '@/features/members/schema/members';
import { listDeskOfferings } from '@/features/scheduling/queries/desk-offerings';
import type { AccountActor } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { addDays, addMonths, startOfDay, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { monthOf } from '../rules/period';
import { ranges } from '../schema/dashboard';
import { inboxFilter } from '../schema/inbox';
import { readDashboard } from './dashboard';
import { countNarrowed, listInbox } from './inbox';

let tree: Tree;
let officers: Record<'district' | 'town' | 'other' | 'viewer' | 'system' | 'women', AccountActor>;
const today = todayOn(new Date());
const thisMonth = `${today.slice(0, 7)}-01`;
const lastMonth = addMonths(thisMonth, -1);

async function joined(tx: Ctx, organisationId: string, on: string, isNewForm: boolean) {
  const { personId, membershipId } = await aMember(tx, { organisationId });
  await tx.db
    .insert(membershipChanges)
    .values({ id: newId(), membershipId, personId, organisationId, type: 'joined', on, isNewForm });
}

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    const one = async (role: Parameters<typeof anOfficer>[1], at: string) =>
      (await anOfficer(tx, role, at)).actor;
    officers = {
      district: await one('organisation_officer', tree.district.id),
      town: await one('town_admin', tree.town.id),
      other: await one('union_admin', tree.otherUnion.id),
      viewer: await one('viewer', tree.district.id),
      system: await one('system_admin', tree.district.id),
      women: await one('women_officer', tree.district.id),
    };
    await joined(tx, tree.union.id, thisMonth, true);
    await joined(tx, tree.union.id, today, false);
    await joined(tx, tree.otherUnion.id, today, true);
    await joined(tx, tree.otherUnion.id, lastMonth, true);
    await joined(tx, tree.industry.id, today, true);
    const waits = (organisationId: string, days: number) =>
      aSubmittedApplication(tx, { organisationId, after: { dueOn: addDays(today, days) } });
    await waits(tree.union.id, -1);
    await waits(tree.union.id, 2);
    await waits(tree.otherUnion.id, 2);
    const decidedAt = startOfDay(today);
    const decided = (dueOn: string) =>
      aSubmittedApplication(tx, {
        organisationId: tree.union.id,
        after: { status: 'approved', submittedAt: decidedAt, decidedAt, dueOn },
      });
    await decided(today);
    await decided(addDays(today, -1));
  });
});

const townsOf = (read: Awaited<ReturnType<typeof readDashboard>>) =>
  Object.fromEntries(read.towns.map((t) => [t.town_id ?? 'none', [t.members, t.new_form]]));

describe('the dashboard', () => {
  it('counts new members by town, 新就业形态 among them, each once, and those outside any town', async () => {
    const read = await readDashboard(as(officers.district), 'month');
    expect([read.members, read.newForm]).toEqual([4, 3]);
    expect(townsOf(read)).toEqual({
      [tree.town.id]: [2, 1],
      [tree.otherTown.id]: [1, 1],
      none: [1, 1],
    });
  });

  it('shows a town its own figures, and its waiting and late cases', async () => {
    const read = await readDashboard(as(officers.town), 'month');
    expect([read.members, read.newForm]).toEqual([2, 1]);
    expect(townsOf(read)[tree.otherTown.id]).toEqual([0, 0]);
    expect(read.inbox).toMatchObject({ waiting: 2, overdue: 1, sentBack: 0 });
    expect(read.answers).toMatchObject({ decided: 2, days: 0, inTime: 0.5 });
  });

  it.each([
    ['last_month', 1],
    ['month', 4],
  ] as const)('of %s counts the days of that period only', async (range, members) => {
    expect((await readDashboard(as(officers.district), range)).members).toBe(members);
  });

  it('has twelve months, the last two as entered', async () => {
    const { months } = await readDashboard(as(officers.district), 'month');
    expect(months).toHaveLength(12);
    expect(months.slice(-2)).toEqual([
      { month: lastMonth.slice(0, 7), members: 1 },
      { month: thisMonth.slice(0, 7), members: 4 },
    ]);
  });

  it('shows who only reads the members but no cases, and nothing to who only configures', async () => {
    const viewer = await readDashboard(as(officers.viewer), 'month');
    expect(viewer.members).toBe(4);
    expect([viewer.inbox.waiting, viewer.answers.decided]).toEqual([0, 0]);
    const system = await readDashboard(as(officers.system), 'month');
    expect([system.members, system.inbox.waiting, system.answers.decided]).toEqual([0, 0, 0]);
    const other = await readDashboard(as(officers.other), 'month');
    expect([other.members, other.inbox.waiting]).toEqual([1, 1]);
  });
});

describe('what an officer’s dashboard leaves out', () => {
  it('compares towns only for those who see several, and shows services to those who run some', async () => {
    const of = async (actor: AccountActor) => {
      const { comparesTowns, services } = await readDashboard(as(actor), 'month');
      return { comparesTowns, services: services !== null };
    };
    expect(await of(officers.district)).toMatchObject({ comparesTowns: true });
    expect(await of(officers.other)).toMatchObject({ comparesTowns: false });
    expect(await of(officers.women)).toEqual({ comparesTowns: false, services: true });
    expect(await of(officers.viewer)).toMatchObject({ services: false });
  });

  it('counts places of open services only, as their list does', async () => {
    await arrange(async (tx) => {
      const own = { organisationId: tree.district.id, kind: 'childcare' } as const;
      const open = await anOffering(tx, { ...own, status: 'open' });
      await aSession(tx, { offeringId: open.id, capacity: 30 });
      await anOffering(tx, { ...own, status: 'draft' });
    });
    const { services } = await readDashboard(as(officers.women), 'month');
    expect(services).toEqual({ offerings: 1, capacity: 30, taken: 0, waiting: 0, drafts: 1 });
    const listed = await listDeskOfferings(
      as(officers.women),
      offeringFilter.parse({ phase: 'open' }),
    );
    expect(listed.items).toHaveLength(1);
  });
});

describe('the list behind a figure', () => {
  const listed = async (actor: AccountActor, asked: Record<string, string>) =>
    Number((await listMembers(as(actor), memberFilter.parse(asked))).total);

  it.each(ranges)(
    'of new members in %s holds as many as the figure says, town by town',
    async (range) => {
      for (const officer of [officers.district, officers.town, officers.other, officers.viewer]) {
        const read = await readDashboard(as(officer), range);
        expect(await listed(officer, { ...read.period })).toBe(read.members);
        expect(await listed(officer, { ...read.period, newForm: '1' })).toBe(read.newForm);
        for (const town of read.towns) {
          const there = { ...read.period, town: town.town_id ?? 'none' };
          expect(await listed(officer, there)).toBe(town.members);
          expect(await listed(officer, { ...there, newForm: '1' })).toBe(town.new_form);
          expect(await listed(officer, { ...there, newForm: '0' })).toBe(
            town.members - town.new_form,
          );
        }
      }
    },
  );

  it('of members on the books and of each month holds as many', async () => {
    const read = await readDashboard(as(officers.district), 'month');
    expect(await listed(officers.district, {})).toBe(read.onBooks.all);
    expect(await listed(officers.district, { newForm: '1' })).toBe(read.onBooks.newForm);
    // 预备会员 stand in the list, and the figure says how many it leaves out.
    await sqlAsOwner()`update memberships set status = 'provisional'
      where id = (select id from memberships where status = 'regular' limit 1)`;
    const { onBooks } = await readDashboard(as(officers.district), 'month');
    expect(onBooks).toEqual({
      ...{ all: read.onBooks.all - 1, newForm: read.onBooks.newForm, provisional: 1 },
    });
    expect(await listed(officers.district, {})).toBe(onBooks.all + onBooks.provisional);
    await sqlAsOwner()`update memberships set status = 'regular' where status = 'provisional'`;
    for (const { month, members } of read.months) {
      expect(await listed(officers.district, { ...monthOf(month, read.today) })).toBe(members);
    }
  });

  it('of what waits, is late, was sent back and was decided in time holds as many', async () => {
    for (const officer of [officers.district, officers.town, officers.other]) {
      const { inbox, answers, period } = await readDashboard(as(officer), 'month');
      const cases = async (asked: Record<string, string>) =>
        (await listInbox(as(officer), inboxFilter.parse(asked))).items.length;
      expect(await cases({})).toBe(inbox.waiting);
      expect(await cases({ overdue: '1' })).toBe(inbox.overdue);
      expect(await cases({ view: 'sent_back' })).toBe(inbox.sentBack);
      const done = { view: 'done', kind: 'membership', ...period };
      expect(await cases(done)).toBe(answers.decided);
      expect(await countNarrowed(as(officer), inboxFilter.parse(done))).toBe(answers.decided);
    }
  });
});
