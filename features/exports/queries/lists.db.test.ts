import { readSheet } from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anEmployer, anOrganisation, aTree, type Tree } from '@/db/factories/organisations';
import { registerEntries } from '@/db/schema/employer-register';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { listOfferingBookings } from '@/features/bookings/queries/desk-bookings';
import { bookingFilter, offeringFilter } from '@/features/bookings/schema/desk-filter';
import { listInbox } from '@/features/desk/queries/inbox';
import { inboxFilter } from '@/features/desk/schema/inbox';
import { beginFounding } from '@/features/founding/commands/begin-founding';
import { listFoundings } from '@/features/founding/queries/foundings';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { enterTerm } from '@/features/offices/commands/keep-terms';
import { listEndings } from '@/features/offices/queries/endings';
import { endsFilter } from '@/features/offices/schema/ends';
import { listEmployers } from '@/features/organisations/queries/employers';
import { employerFilter } from '@/features/organisations/schema/employer';
import { listDeskOfferings } from '@/features/scheduling/queries/desk-offerings';
import { warnMember } from '@/features/transfers/commands/warn-member';
import type { AccountActor } from '@/lib/actor';
import { addDays, addMonths, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { exportList } from '../commands/export-list';
import type { ListName } from '../schema/export-list';

let tree: Tree;
let officers: Record<
  'district' | 'town' | 'otherTown' | 'union' | 'viewer' | 'economy',
  AccountActor
>;
const today = todayOn(new Date());

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    const one = async (role: Parameters<typeof anOfficer>[1], where: string) =>
      (await anOfficer(tx, role, where)).actor;
    officers = {
      district: await one('organisation_officer', tree.district.id),
      town: await one('town_admin', tree.town.id),
      otherTown: await one('town_admin', tree.otherTown.id),
      union: await one('union_admin', tree.union.id),
      viewer: await one('viewer', tree.district.id),
      economy: await one('economy_officer', tree.district.id),
    };
  });
});

const take = (actor: AccountActor, list: ListName, asked = '', columns: string[] | null = null) =>
  exportList(as(actor), { list, asked, columns, format: 'xlsx' });

const listOf = <T>(rows: readonly T[] | string): readonly T[] =>
  typeof rows === 'string' ? [] : rows;

/** The rows of a list's file below its heads, without what stands after the first empty line. */
async function rowsOf(actor: AccountActor, list: ListName, asked = '') {
  const made = await take(actor, list, asked);
  if (!made.ok) return made.reason;
  const content = await new Response(made.value.stream(as(actor))).arrayBuffer();
  const rows = await readSheet(Buffer.from(content));
  return rows.slice(1, 1 + made.value.rows);
}
const column = async (actor: AccountActor, list: ListName, at: number, asked = '') => {
  const rows = await rowsOf(actor, list, asked);
  return typeof rows === 'string' ? rows : rows.map((row) => row[at]);
};

describe('组织 taken out', () => {
  it('is the officer’s tree from top to bottom, or what the search finds, with the members they may see', async () => {
    await arrange((tx) => aMember(tx, { organisationId: tree.union.id }));
    const rows = await rowsOf(officers.town, 'organisations');
    expect(rows).toContainEqual([
      ...[tree.union.name, tree.union.shortName, '基层工会', tree.town.shortName, 1, null],
    ]);
    expect(JSON.stringify(rows)).not.toContain(tree.otherUnion.name);
    expect(await column(officers.town, 'organisations', 0, `q=${tree.union.name}`)).toEqual([
      tree.union.name,
    ]);
    expect(await take(officers.town, 'organisations', `q=${tree.otherUnion.name}`)).toMatchObject({
      reason: 'empty',
    });
  });
});

describe('用人单位 taken out', () => {
  it('has all pages in the order of the list, narrowed as the page is, staff as numbers', async () => {
    await arrange(async (tx) => {
      for (let n = 0; n < 30; n++) await anEmployer(tx, { townId: tree.town.id, staffCount: n });
      await anEmployer(tx, { townId: tree.otherTown.id, name: '外镇工厂' });
    });
    const asked = `town=${tree.town.id}&page=2`;
    const pages = [1, 2].map((page) =>
      listEmployers(as(officers.viewer), employerFilter.parse({ town: tree.town.id, page })),
    );
    const shown = (await Promise.all(pages)).flatMap(({ rows }) => rows);
    expect(shown).toHaveLength(30);
    expect(await column(officers.viewer, 'employers', 0, asked)).toEqual(
      shown.map(({ name }) => name),
    );
    expect(await column(officers.viewer, 'employers', 5, asked)).toEqual(
      shown.map(({ staffCount }) => staffCount),
    );
    expect(await take(officers.viewer, 'employers', 'town=nowhere')).toMatchObject({
      reason: 'lost_filter',
    });
  });
});

describe('建会 taken out', () => {
  it('has those under way or over, as its page, and none of another town', async () => {
    const firm = await arrange(async (tx) => {
      const made = await anEmployer(tx, { townId: tree.town.id });
      await tx.db.insert(registerEntries).values({
        ...{ employerId: made.id, placeId: tree.town.id, source: 'patrol', origin: 'found' },
        enteredOn: today,
      });
      return made;
    });
    await beginFounding(as(officers.town), {
      ...{ employerId: firm.id, form: 'own_committee', name: '测试物流工会' },
      ...{ parentId: tree.town.id, contactName: null, contactPhone: null },
      ...{ preparingGroup: null, purpose: null },
    });
    const page = await listFoundings(as(officers.town), { over: false, page: 1 });
    const rows = listOf(await rowsOf(officers.town, 'foundings'));
    expect(page.rows.map(({ name }) => name)).toEqual(['测试物流工会']);
    const [row = []] = rows;
    expect([row[0], row[3], row[4]]).toEqual(['测试物流工会', 1, tree.town.shortName]);
    expect(row.at(7)).toEqual(new Date(`${page.rows[0]?.lastOn}T00:00:00Z`));
    expect(await rowsOf(officers.viewer, 'foundings')).toHaveLength(1);
    for (const [actor, asked] of [
      [officers.otherTown, ''],
      [officers.town, 'state=over'],
    ] as const)
      expect(await take(actor, 'foundings', asked)).toMatchObject({ reason: 'empty' });
    await expect(take(officers.economy, 'foundings')).rejects.toThrow(Forbidden);
  });
});

describe('任期与证书到期 taken out', () => {
  it('is filtered and ordered as its page, days as dates', async () => {
    const second = await arrange(async (tx) => {
      const parentId = tree.town.id;
      return (await anOrganisation(tx, { kind: 'grassroots_union', parentId, townId: parentId }))
        .id;
    });
    for (const [id, months] of [
      [tree.union.id, -35],
      [second, -30],
      [tree.otherUnion.id, -34],
    ] as const) {
      const done = await enterTerm(as(officers.district), {
        ...{ organisationId: id, ordinal: 1, beganOn: addMonths(today, months), years: 3 },
        documentNo: `批〔2026〕${-months}号`,
      });
      if (!done.ok) throw new Error(done.reason);
    }
    const wishes: Record<string, string>[] = [
      {},
      { sort: 'latest' },
      { view: 'all' },
      { view: '3', kind: 'term' },
    ];
    for (const asked of wishes) {
      const page = await listEndings(as(officers.town), endsFilter.parse(asked));
      const query = new URLSearchParams(asked).toString();
      expect(page.total).toBeGreaterThan(0);
      expect(await column(officers.town, 'terms', 5, query)).toEqual(
        page.rows.map(({ paper }) => paper),
      );
      expect(await column(officers.town, 'terms', 3, query)).toEqual(
        page.rows.map(({ endsOn }) => new Date(`${endsOn}T00:00:00Z`)),
      );
    }
    expect(await take(officers.town, 'terms', 'view=9')).toMatchObject({ reason: 'lost_filter' });
  });
});

describe('会籍登记 taken out', () => {
  it('has the parts of its page, for who answers there only', async () => {
    const member = await arrange((tx) =>
      aMember(tx, { organisationId: tree.union.id, name: '黄小满' }),
    );
    await warnMember(as(officers.union), {
      personId: member.personId,
      on: today,
      note: '打过电话',
    });
    const [row = []] = listOf(await rowsOf(officers.town, 'transfers'));
    expect(row.slice(0, 5)).toEqual([
      ...['自动退会、除名', '黄小满', member.memberNo],
      ...['自动退会，甲厂工会', '教育了 1 次'],
    ]);
    expect(await take(officers.otherTown, 'transfers')).toMatchObject({ reason: 'empty' });
    await expect(take(officers.viewer, 'transfers')).rejects.toThrow(Forbidden);
  });
});

describe('审批 taken out', () => {
  it('has the cases of the list in its order, all pages, none of another union', async () => {
    await arrange(async (tx) => {
      for (let n = 0; n < 33; n++)
        await aSubmittedApplication(tx, {
          ...{ organisationId: tree.union.id, name: `工友${n}` },
          after: { dueOn: addDays(today, (n * 7) % 5) },
        });
      await aSubmittedApplication(tx, { organisationId: tree.otherUnion.id, name: '外镇人' });
    });
    const ctx = as(officers.union);
    const first = await listInbox(ctx, inboxFilter.parse({}));
    const next = await listInbox(ctx, inboxFilter.parse({ after: first.after ?? undefined }));
    const shown = [...first.items, ...next.items].map(({ title }) => title);
    expect(shown).toHaveLength(33);
    expect(await column(officers.union, 'inbox', 1)).toEqual(shown);
    expect(await take(officers.union, 'inbox', 'overdue=1')).toMatchObject({ reason: 'empty' });
    expect(await take(officers.union, 'inbox', 'kind=odd')).toMatchObject({
      reason: 'lost_filter',
    });
    await expect(take(officers.viewer, 'inbox')).rejects.toThrow(Forbidden);
  });
});

describe('服务 and 报名 taken out', () => {
  it('are what their pages list: names masked, another’s offering not found', async () => {
    const { offering } = await arrange(async (tx) => {
      const offering = await anOffering(tx, { organisationId: tree.district.id, title: '茶艺课' });
      await anOffering(tx, { organisationId: tree.district.id, title: '插花课' });
      const session = await aSession(tx, { offeringId: offering.id, capacity: 9 });
      for (const name of ['黄秀英', '韦小满']) {
        const member = await aMember(tx, { organisationId: tree.union.id, name });
        await aBooking(tx, { member, session, organisationId: tree.union.id, status: 'booked' });
      }
      return { offering };
    });
    const ctx = as(officers.economy);
    const { items } = await listDeskOfferings(ctx, offeringFilter.parse({}));
    expect(await column(officers.economy, 'offerings', 0)).toEqual(items.map((o) => o.title));
    const asked = `offering=${offering.id}`;
    const found = await listOfferingBookings(
      ctx,
      await getDeskOffering(ctx, offering.id),
      bookingFilter.parse({}),
    );
    expect(await column(officers.economy, 'bookings', 0, asked)).toEqual(
      found.items.map(({ number }) => number),
    );
    expect(JSON.stringify(await rowsOf(officers.economy, 'bookings', asked))).not.toContain('秀英');
    const cancelled = await take(officers.economy, 'bookings', `${asked}&status=cancelled`);
    expect(cancelled).toMatchObject({ reason: 'empty' });
    await expect(take(officers.otherTown, 'bookings', asked)).rejects.toThrow(NotFound);
    await expect(take(officers.viewer, 'offerings')).rejects.toThrow(Forbidden);
  });
});

describe('导入过的文件 taken out', () => {
  it('are those of the officer’s unions', async () => {
    await sqlAsOwner()`insert into imports ${sqlAsOwner()(
      [tree.union.id, tree.otherUnion.id].map((organisation_id, n) => ({
        ...{ id: `00000000-0000-4000-8000-00000000000${n}`, book: 'members', organisation_id },
        ...{ file_name: `名册${n}.xlsx`, file_index: `${n}`.repeat(8) },
        ...{ notes: { rows: 7 }, uploaded_by: officers.district.accountId, created_at: new Date() },
      })),
    )}`;
    expect(await column(officers.town, 'imports', 0)).toEqual(['名册0.xlsx']);
    expect(await rowsOf(officers.district, 'imports')).toHaveLength(2);
    await expect(take(officers.viewer, 'imports')).rejects.toThrow(Forbidden);
  });
});

describe('the columns and the ledger of a list taken out', () => {
  it('are those chosen in the order of the list, with the filter in words', async () => {
    await arrange((tx) => anEmployer(tx, { townId: tree.town.id, name: '甲运输公司' }));
    const asked = new URLSearchParams({ q: '甲运输', union: 'without', town: tree.town.id });
    const made = await take(officers.town, 'employers', asked.toString(), ['职工', '单位', '别的']);
    if (!made.ok) throw new Error(made.reason);
    const content = await new Response(made.value.stream(as(officers.town))).arrayBuffer();
    const rows = await readSheet(Buffer.from(content));
    const filter = `工会：还没有工会；辖区：${tree.town.shortName}；搜索：甲运输`;
    expect(rows[0]).toEqual(['单位', '职工']);
    expect(rows[1]?.[0]).toBe('甲运输公司');
    expect(rows.at(-1)?.[0]).toBe(`筛选：${filter}`);
    const [line] = await sqlAsOwner()`select after from audit_entries where action = 'export_list'`;
    expect(line?.after).toMatchObject({
      ...{ list: '用人单位', filter, columns: '单位、职工', rows: 1 },
    });
    expect(await take(officers.town, 'employers', '', [])).toMatchObject({ reason: 'no_columns' });
  });
});
