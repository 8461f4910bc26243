import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { AccountActor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
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

  it('ignores a cursor that was tampered with', async () => {
    expect(await names(officers.union, { after: "x'; drop table people; --" })).toHaveLength(2);
  });
});
