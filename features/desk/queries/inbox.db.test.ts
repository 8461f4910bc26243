import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree, type Tree } from '@/db/factories/organisations';
import { bookings } from '@/db/schema/bookings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import type { AccountActor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { inboxFilter } from '../schema/inbox';
import { listInbox } from './inbox';
import { countInbox } from './inbox-counts';

let tree: Tree;
let officers: Record<'district' | 'town' | 'union' | 'other' | 'viewer' | 'system', AccountActor>;
const today = todayOn(new Date());

const names = async (actor: AccountActor, { q = '', ...asked }: Record<string, string> = {}) =>
  (await listInbox(as(actor), { ...inboxFilter.parse(asked), q })).items.map((item) => item.title);

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    const one = async (role: Parameters<typeof anOfficer>[1], at: string) =>
      (await anOfficer(tx, role, at)).actor;
    officers = {
      district: await one('organisation_officer', tree.district.id),
      town: await one('town_admin', tree.town.id),
      union: await one('union_admin', tree.union.id),
      other: await one('union_admin', tree.otherUnion.id),
      viewer: await one('viewer', tree.district.id),
      system: await one('system_admin', tree.district.id),
    };
    const put = (organisationId: string, name: string, days: number, more = {}) =>
      aSubmittedApplication(tx, {
        organisationId,
        name,
        after: { dueOn: addDays(today, days), ...more },
      });
    await put(tree.union.id, '韦小满', 3);
    await put(tree.union.id, '周念安', -1);
    await put(tree.home.id, '欧阳世昌', 1);
    await put(tree.otherUnion.id, '覃冬青', 2);
    await put(tree.union.id, '陆望舒', 0, { status: 'sent_back' });
    await put(tree.union.id, '梁知秋', 0, { status: 'approved', decidedAt: tx.now });
  });
});

describe('the inbox', () => {
  it('shows what waits in scope, the nearest last day first', async () => {
    expect(await names(officers.district)).toEqual(['周念安', '欧阳世昌', '覃冬青', '韦小满']);
    expect(await names(officers.town)).toEqual(['周念安', '欧阳世昌', '韦小满']);
    expect(await names(officers.union)).toEqual(['周念安', '韦小满']);
    expect(await names(officers.other)).toEqual(['覃冬青']);
  });

  it('is empty for those who decide nothing', async () => {
    expect(await names(officers.viewer)).toEqual([]);
    expect(await names(officers.system)).toEqual([]);
    expect(await countInbox(as(officers.system))).toEqual({ waiting: 0, overdue: 0, sentBack: 0 });
  });

  it.each([
    [{ view: 'sent_back' }, ['陆望舒']],
    [{ view: 'done' }, ['梁知秋']],
    [{ overdue: '1' }, ['周念安']],
    [{ kind: 'screening' }, []],
    [{ q: '小满' }, ['韦小满']],
    [{ q: '满' }, ['韦小满']],
    [{ q: 'weixiao' }, ['韦小满']],
    [{ q: 'wxm' }, ['韦小满']],
    [{ q: '世昌' }, ['欧阳世昌']],
    [{ q: '没有这个人' }, []],
    [{ q: '"},{' }, []],
  ])('finds %j', async (asked, expected) => {
    expect(await names(officers.district, asked)).toEqual(expected);
  });

  it('does not find by name what lies outside the scope', async () => {
    expect(await names(officers.other, { q: '小满' })).toEqual([]);
  });

  it('finds by number and by the last four digits of the phone', async () => {
    const [row] =
      await sqlAsOwner()`select number, phone_tail from membership_applications where name = '韦小满'`;
    expect(await names(officers.union, { q: row?.number })).toEqual(['韦小满']);
    expect(await names(officers.union, { q: row?.phone_tail })).toContain('韦小满');
  });

  it('puts a search by document number on record', async () => {
    await names(officers.union, { q: '450803199003070029' });
    const looks =
      await sqlAsOwner()`select 1 from audit_entries where action = 'search_by_id_number'`;
    expect(looks).toHaveLength(1);
  });

  it('counts what waits, is late and was sent back', async () => {
    expect(await countInbox(as(officers.district))).toEqual({
      waiting: 4,
      overdue: 1,
      sentBack: 1,
    });
  });

  it('goes on after the last row of a page, without gaps or repeats', async () => {
    await arrange(async (tx) => {
      for (let i = 0; i < 40; i++) {
        await aSubmittedApplication(tx, {
          organisationId: tree.union.id,
          name: `工友${i}`,
          after: { dueOn: addDays(today, 5 + (i % 3)) },
        });
      }
    });
    const first = await listInbox(as(officers.union), inboxFilter.parse({}));
    const next = await listInbox(
      as(officers.union),
      inboxFilter.parse({ after: first.after ?? '' }),
    );
    expect([first.items.length, next.items.length, next.after]).toEqual([30, 12, null]);
    expect(new Set([...first.items, ...next.items].map((item) => item.id)).size).toBe(42);
  });

  it('shows what was sent back, what was decided, the newest first, and all by age', async () => {
    await arrange((tx) =>
      aSubmittedApplication(tx, {
        organisationId: tree.union.id,
        name: '黎晓雾',
        after: { status: 'rejected', decidedAt: new Date(tx.now.getTime() + 60_000) },
      }),
    );
    expect(await names(officers.union, { view: 'sent_back' })).toEqual(['陆望舒']);
    expect(await names(officers.union, { view: 'done' })).toEqual(['黎晓雾', '梁知秋']);
    expect(await names(officers.union, { view: 'all' })).toEqual([
      '黎晓雾',
      '梁知秋',
      '陆望舒',
      '周念安',
      '韦小满',
    ]);
    const days = (from: string, to: string) => names(officers.union, { view: 'done', from, to });
    expect(await days(today, addDays(today, 1))).toHaveLength(2);
    expect(await days(addDays(today, -9), addDays(today, -1))).toEqual([]);
    expect(await names(officers.other, { view: 'done' })).toEqual([]);
  });

  it('is narrowed to what is late, to a town and to a matter', async () => {
    expect(await names(officers.district, { overdue: '1' })).toEqual(['周念安']);
    expect(await names(officers.district, { kind: 'training' })).toEqual([]);
    expect(await names(officers.district, { kind: 'membership' })).toHaveLength(4);
    await sqlAsOwner()`update membership_applications set town_id = ${tree.town.id}
      where organisation_id = ${tree.union.id}`;
    expect(await names(officers.district, { town: tree.town.id })).toEqual(['周念安', '韦小满']);
    expect(await names(officers.district, { town: tree.otherTown.id })).toEqual([]);
  });

  it('puts bookings that wait among the applications, each for whoever decides its kind', async () => {
    const { economy, women } = await arrange(async (tx) => {
      const at = tree.district.id;
      const me = await aMember(tx, { organisationId: tree.union.id });
      for (const [kind, days] of [
        ['training', 2],
        ['childcare', 1],
      ] as const) {
        const offering = await anOffering(tx, { organisationId: at, kind, needsApproval: true });
        const session = await aSession(tx, { offeringId: offering.id });
        const id = newId();
        await tx.db.insert(bookings).values({
          ...{ id, number: `YY-${id.slice(-8)}`, sessionId: session.id, offeringId: offering.id },
          ...{ kind, accountId: me.accountId, personId: me.personId, attendeeId: me.personId },
          ...{ organisationId: tree.union.id, organiserId: at, status: 'pending' },
          ...{
            period: periodLiteral(timedOf(session)),
            attendeeMasked: '陈*帆',
            phoneTail: '0001',
          },
          ...{ createdAt: tx.now, dueOn: addDays(today, days) },
        });
      }
      return {
        economy: (await anOfficer(tx, 'economy_officer', at)).actor,
        women: (await anOfficer(tx, 'women_officer', at)).actor,
      };
    });
    const kinds = async (actor: AccountActor) =>
      (await listInbox(as(actor), inboxFilter.parse({}))).items.map(({ kind, ref }) => [
        kind,
        ref.startsWith('b-'),
      ]);
    expect(await kinds(economy)).toEqual([['training', true]]);
    expect(await kinds(women)).toEqual([['childcare', true]]);
    expect(await kinds(officers.union)).toEqual([
      ['membership', false],
      ['membership', false],
    ]);
    const both = { ...women, grants: [...women.grants, ...officers.district.grants] };
    expect((await kinds(both)).map(([kind]) => kind)).toEqual([
      'membership',
      'membership',
      'childcare',
      'membership',
      'membership',
    ]);
  });

  it('ignores a cursor that was tampered with', async () => {
    expect(await names(officers.union, { after: "x'; drop table people; --" })).toHaveLength(2);
  });
});
