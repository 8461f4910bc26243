import { readSheet } from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, aTree, type Tree } from '@/db/factories/organisations';
import { registerEntries } from '@/db/schema/employer-register';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { listMembers } from '@/features/members/queries/members';
import { memberFilter } from '@/features/members/schema/members';
import type { AccountActor } from '@/lib/actor';
import { sealWords } from '@/lib/auth/search';
import { signLink } from '@/lib/crypto/signed-link';
import { Forbidden, NotFound } from '@/lib/errors';
import type { Result } from '@/lib/result';
import { listLinkPurpose } from '../rules/list-link';
import type { ListFile } from '../steps/write-list';
import { exportList } from './export-list';
import { openListLink } from './open-list-link';
import { requestListLink } from './request-list-link';

const idNumber = '450803199003070029';
const phone = '13900008321';
let tree: Tree;
let officers: Record<'chair' | 'town' | 'viewer' | 'women', AccountActor>;

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    const one = async (role: Parameters<typeof anOfficer>[1], where: string) =>
      (await anOfficer(tx, role, where, { displayName: '林干事' })).actor;
    officers = {
      chair: await one('union_admin', tree.union.id),
      town: await one('town_admin', tree.town.id),
      viewer: await one('viewer', tree.district.id),
      women: await one('women_officer', tree.district.id),
    };
    await aMember(tx, { organisationId: tree.union.id, name: '黄秀英', idNumber, phone });
    await aMember(tx, { organisationId: tree.union.id, name: '=1+1', joinedOn: '2023-01-01' });
    await aMember(tx, { organisationId: tree.otherUnion.id, name: '外镇人' });
  });
});

const members = { list: 'members', asked: '', format: 'xlsx', columns: null } as const;
const sure = (actor: AccountActor) => as({ ...actor, steppedUpAt: new Date() });

async function rowsOf(made: Result<ListFile>, actor: AccountActor) {
  if (!made.ok) throw new Error(made.reason);
  const content = await new Response(made.value.stream(as(actor))).arrayBuffer();
  return readSheet(Buffer.from(content));
}
const ledger = () => sqlAsOwner()`
  select action, after, reason from audit_entries where action like '%list%' order by id`;

async function aLink(actor: AccountActor) {
  const asked = await requestListLink(sure(actor), { ...members, reason: '报上级备案' });
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value.token;
}

describe('a list taken out', () => {
  it('has the rows of its page in its order, numbers masked, no formula, and says who and when', async () => {
    const rows = await rowsOf(await exportList(as(officers.chair), members), officers.chair);
    const { items } = await listMembers(as(officers.chair), memberFilter.parse({}));
    expect(rows.slice(1, 3).map(([name]) => name)).toEqual(['黄秀英', "'=1+1"]);
    expect(items.map(({ name }) => name)).toEqual(['黄秀英', '=1+1']);
    const text = JSON.stringify(rows);
    expect(text).toContain('4508**********0029');
    expect(text).toContain('林干事');
    for (const secret of [idNumber, phone, '139 0000 8321', '外镇人'])
      expect(text).not.toContain(secret);
    expect(await ledger()).toMatchObject([
      { action: 'export_list', after: { rows: 2, full: false, format: 'xlsx' }, reason: null },
    ]);
  });

  it('holds what the filter of its address leaves, and nothing of other units', async () => {
    const asked = 'from=2023-01-01&to=2023-12-31&after=odd';
    const none = await exportList(as(officers.chair), { ...members, asked });
    expect(none).toMatchObject({ reason: 'empty' });
    const other = `union=${tree.otherUnion.id}`;
    expect(await exportList(as(officers.town), { ...members, asked: other })).toMatchObject({
      reason: 'empty',
    });
    expect(await ledger()).toEqual([]);
    await expect(exportList(as(officers.women), members)).rejects.toThrow(Forbidden);
  });

  it('is refused when the words looked for can no longer be read, instead of being everybody', async () => {
    const asked = new URLSearchParams({ q: sealWords(as(officers.town), '黄秀英') }).toString();
    const own = await exportList(as(officers.town), { ...members, asked });
    expect(own).toMatchObject({ ok: true, value: { rows: 1 } });
    for (const lost of [asked, 'q=~broken'])
      expect(await exportList(as(officers.chair), { ...members, asked: lost })).toMatchObject({
        reason: 'lost_search',
      });
  });

  it('comes in parts of the whole, each row once, as .csv too', async () => {
    await arrange(async (tx) => {
      for (let n = 0; n < 45; n++)
        await aMember(tx, { organisationId: tree.union.id, name: `工友${n}` });
    });
    const made = await exportList(as(officers.chair), { ...members, format: 'csv' });
    if (!made.ok) throw new Error(made.reason);
    const csv = await new Response(made.value.stream(as(officers.chair))).text();
    const lines = csv.split('\r\n').filter((line) => /,0803/.test(line.replaceAll(' ', '')));
    expect(new Set(lines).size).toBe(47);
    expect(made.value).toMatchObject({ rows: 47, format: 'csv' });
    expect(made.value.name).toMatch(/^会员-\d{4}-\d\d-\d\d-隐去\.csv$/);
  });

  it('is refused where it is longer than the setting allows', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('export_most_rows', '1')`;
    expect(await exportList(as(officers.chair), members)).toMatchObject({
      reason: 'too_many',
      detail: { most: 1 },
    });
  });

  it('is 企业台账 with its dates, and the rows behind a number', async () => {
    await arrange(async (tx) => {
      const employer = await anEmployer(tx, { townId: tree.town.id, name: '甲运输公司' });
      await tx.db.insert(registerEntries).values({
        ...{ employerId: employer.id, placeId: tree.town.id, source: 'tax', origin: 'listed' },
        ...{ enteredOn: '2023-05-01', listedOn: '2023-05-01', createdAt: tx.now },
      });
    });
    const register = await exportList(as(officers.town), {
      ...{ list: 'register', asked: 'view=all', format: 'xlsx', columns: null },
    });
    expect((await rowsOf(register, officers.town))[1]?.slice(0, 6)).toEqual([
      ...['甲运输公司', null, '甲街道总工会', null, null, '税务名单'],
    ]);
    const figure = await exportList(as(officers.town), {
      ...{
        list: 'union_figures',
        asked: 'figure=register_due&key=own',
        format: 'xlsx',
        columns: null,
      },
    });
    expect(figure).toMatchObject({ reason: 'empty' });
    const stock = await exportList(as(officers.town), {
      ...{ list: 'union_figures', asked: 'figure=members', format: 'xlsx', columns: null },
    });
    expect(await rowsOf(stock, officers.town)).toHaveLength(6);
    await expect(
      exportList(as(officers.town), {
        ...{ list: 'union_figures', asked: `figure=members&unit=${tree.otherTown.id}` },
        ...{ format: 'xlsx', columns: null },
      }),
    ).rejects.toThrow(NotFound);
  });
});

describe('a list with whole numbers', () => {
  it('needs a reason and a fresh second factor, comes by a link, and is on record twice', async () => {
    const { chair } = officers;
    const ask = (ctx: ReturnType<typeof as>, reason: string | null) =>
      requestListLink(ctx, { ...members, reason });
    expect(await ask(sure(chair), null)).toMatchObject({ reason: 'needs_reason' });
    expect(await ask(as(chair), '报上级备案')).toMatchObject({ reason: 'step_up' });
    const opened = await openListLink(as(chair), { list: 'members', token: await aLink(chair) });
    const text = JSON.stringify(await rowsOf(opened, chair));
    for (const shown of [idNumber, '139 0000 8321', '用途：报上级备案'])
      expect(text).toContain(shown);
    expect(await ledger()).toMatchObject([
      { action: 'request_list_link', reason: '报上级备案' },
      { action: 'export_list', after: { full: true, rows: 2 }, reason: '报上级备案' },
    ]);
  });

  it('is had once: of two clicks at once one gets it, later ones none, nor anybody after ten minutes', async () => {
    const { chair } = officers;
    const token = await aLink(chair);
    const open = () => openListLink(as(chair), { list: 'members', token });
    const clicks = await Promise.all([open(), open()]);
    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await open()).toMatchObject({ reason: 'link_used' });
    await aLink(chair);
    const [row] = await sqlAsOwner()`select id from export_links where used_at is null`;
    const late = signLink(listLinkPurpose, row?.id, new Date(Date.now() - 1_000));
    expect(await openListLink(as(chair), { list: 'members', token: late })).toMatchObject({
      reason: 'link_expired',
    });
  });

  it('is nothing for another officer, for who only reads, nor of a list without numbers', async () => {
    const token = await aLink(officers.chair);
    await expect(openListLink(as(officers.town), { list: 'members', token })).rejects.toThrow(
      NotFound,
    );
    await expect(
      requestListLink(sure(officers.viewer), { ...members, reason: '看看' }),
    ).rejects.toThrow(Forbidden);
    await expect(
      requestListLink(sure(officers.town), { ...members, list: 'register', reason: '看看' }),
    ).rejects.toThrow(Forbidden);
    const forged = signLink('card', tree.union.id, new Date(Date.now() + 60_000));
    await expect(
      openListLink(as(officers.chair), { list: 'members', token: forged }),
    ).rejects.toThrow(NotFound);
  });
});
