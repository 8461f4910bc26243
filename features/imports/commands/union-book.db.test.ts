import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing';
import { Forbidden, NotFound } from '@/lib/errors';
import { aDistrictDesk } from '../employer-list.test-helpers';
import { aList, aUnifiedCode, bringIn, type Desk, review, reviewOf } from '../import.test-helpers';
import { getImport } from '../queries/import-view';
import { listImports } from '../queries/list-imports';
import { reviewText } from '../rules/row-details';
import { beginWriting } from './begin-writing';
import { uploadBook } from './upload-book';

const HEADINGS = ['工会名称', '统一社会信用代码', '类型', '上级工会', '成立日期', '所在镇街'];
let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDistrictDesk();
});

type Row = Partial<Record<'code' | 'kind' | 'parent' | 'on' | 'town', string>>;
const row = (name: string, more: Row = {}) => [
  ...[name, more.code ?? '', more.kind ?? '基层工会', more.parent ?? '甲街道总工会'],
  ...[more.on ?? '', more.town ?? ''],
];
const look = (rows: string[][], at = desk.tree.district.id) =>
  review(desk, aList(HEADINGS, rows), at, 'unions');
const found = async (importId: string) =>
  (await reviewOf(importId))
    .filter(({ kind }) => kind !== 'absent')
    .map(({ rowNo, kind, details }) => [rowNo, kind, details.words[0] ?? '']);
const code = () => aUnifiedCode('450803', '81');

describe('a list of unions', () => {
  it('shows byte for byte what is then written, parents before those below them, wherever they stand', async () => {
    const own = code();
    const importId = await look([
      row('丙厂第一分会', { parent: '丙厂工会', on: '2020-05-01' }),
      row('丙厂工会', { code: own, on: '2019/5/1' }),
      row('丙厂第二分会', { parent: own }),
      row('乙镇联合工会', { kind: '', parent: '', town: '乙镇' }),
    ]);
    const shown = await reviewOf(importId);
    expect(await found(importId)).toEqual([
      [3, 'new', ''],
      [5, 'new', ''],
      [2, 'new', ''],
      [4, 'new', ''],
    ]);
    expect(await sql`select 1 from organisations where name like '丙厂%'`).toHaveLength(0);
    await bringIn(desk, importId);
    expect(reviewText(await reviewOf(importId))).toBe(reviewText(shown));
    const made =
      await sql`select o.name, o.kind, p.name as parent, t.name as town, o.founded_on::text as on,
        (select count(*)::int from organisation_closure c where c.descendant_id = o.id) as above,
        length(o.join_code) as code
      from organisations o join organisations p on p.id = o.parent_id left join organisations t on t.id = o.town_id
      where o.name like '丙厂%' or o.name = '乙镇联合工会' order by o.name`;
    const town = '甲街道总工会';
    expect(made.map((one) => Object.values(one))).toEqual([
      ['丙厂工会', 'grassroots_union', town, town, '2019-05-01', 3, 6],
      ['丙厂第一分会', 'grassroots_union', '丙厂工会', town, '2020-05-01', 4, 6],
      ['丙厂第二分会', 'grassroots_union', '丙厂工会', town, null, 4, 6],
      ['乙镇联合工会', 'joint_union', '乙镇总工会', '乙镇总工会', null, 3, 6],
    ]);
  });

  it('says of each wrong row what is wrong, and writes none of them', async () => {
    const importId = await look([
      row('一厂工会', { on: '2099-01-01' }),
      row('二厂工会', { parent: '没有的工会' }),
      row('三厂工会', { parent: '三厂工会' }),
      row('四厂工会', { kind: '兴趣小组' }),
      row('五街道总工会', { kind: '镇（街道）工会', parent: '' }),
      row('六厂工会', { parent: '甲街道网上会员之家' }),
      row('七厂之家', { kind: '网上会员之家' }),
      row('八厂工会', { town: '乙镇' }),
      row('九厂工会', { code: '814508030000000000' }),
      row('十厂分会', { parent: '一厂工会' }),
    ]);
    const words = [
      '成立日期晚于今天，请核对',
      '没有找到上级“没有的工会”，请写全称或代码',
      '上级是它自己，请核对',
      '组织类型里没有“兴趣小组”，请从下拉里选',
      '镇、街道工会请填 9 位行政区划代码',
      '基层工会不能建在网上会员之家下面，请核对上级和类型',
      '这个镇（街道）已有网上会员之家',
      '上级不在所写的镇街，请核对',
      '统一社会信用代码有一位输错了，请对照证书逐位核对',
      '上级在第 2 行，那一行要先改对',
    ];
    expect(await found(importId)).toEqual(words.map((word, at) => [at + 2, 'error', word]));
  });

  it('that goes round in a circle says so at each of its rows, and at what stands below them', async () => {
    const importId = await look([
      row('一厂工会', { parent: '二厂工会' }),
      row('二厂工会', { parent: '一厂工会' }),
      row('三厂分会', { parent: '二厂工会' }),
      row('四厂工会'),
    ]);
    const said = await found(importId);
    expect(said.map(([rowNo, kind]) => [rowNo, kind])).toContainEqual([5, 'new']);
    expect(
      said.filter(([, kind]) => kind === 'error').map(([rowNo, , word]) => [rowNo, word]),
    ).toEqual([
      [2, '上级绕成了一圈：第 2 → 3 → 2 行'],
      [3, '上级绕成了一圈：第 3 → 2 → 3 行'],
      [4, '上级在第 3 行，那一行要先改对'],
    ]);
  });

  it('of a town has no parent outside it, and is no matter of officers without the right', async () => {
    const { tree } = desk;
    const officer = await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.town.id));
    const rows = [
      row('一厂工会', { parent: '乙镇总工会' }),
      row('二厂工会', { parent: '乙厂工会' }),
      row('三厂工会', { parent: '', town: '乙镇' }),
      row('四厂工会', { parent: '' }),
    ];
    const table = aList(HEADINGS, rows);
    const importId = await review({ ...desk, officer }, table, tree.town.id, 'unions');
    expect(await found(importId)).toEqual([
      [2, 'error', '上级乙镇总工会不在这次导入的范围，请由它自己或上级导入'],
      [3, 'error', '上级乙厂工会不在这次导入的范围，请由它自己或上级导入'],
      [4, 'error', '上级乙镇总工会不在这次导入的范围，请由它自己或上级导入'],
      [5, 'new', ''],
    ]);
    const send = (who: typeof officer, organisationId: string) =>
      uploadBook(as(who.actor), { book: 'unions', organisationId, table });
    await expect(send(officer, tree.district.id)).rejects.toThrow(Forbidden);
    const town = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
    await expect(send(town, tree.town.id)).rejects.toThrow(Forbidden);
    expect(await send(desk.officer, tree.home.id)).toMatchObject({
      fieldErrors: { organisationId: '请选总工会、镇街工会，或下面有分会的工会' },
    });
  });

  it('is seen by who may import it, and by nobody else of the same town', async () => {
    const { tree } = desk;
    const officer = await arrange((tx) => anOfficer(tx, 'organisation_officer', tree.town.id));
    const table = aList(HEADINGS, [row('一厂工会', { parent: '' })]);
    const importId = await review({ ...desk, officer }, table, tree.town.id, 'unions');
    const town = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
    expect((await getImport(as(desk.officer.actor), importId)).book).toBe('unions');
    await expect(getImport(as(town.actor), importId)).rejects.toThrow(NotFound);
    expect(await listImports(as(town.actor))).toEqual([]);
    await expect(beginWriting(as(town.actor), { importId })).rejects.toThrow(Forbidden);
  });

  it('has a union twice by its code, or by its name below one parent; the first row counts', async () => {
    const own = code();
    const rows = [
      row('一厂工会', { code: own }),
      row('一厂工会委员会', { code: own }),
      row('二厂工会'),
      row('二厂 工会'),
      row('二厂工会', { parent: '乙镇总工会' }),
    ];
    expect((await found(await look(rows))).map(([rowNo, kind]) => [rowNo, kind])).toEqual([
      ...[
        [2, 'new'],
        [3, 'twice'],
        [4, 'new'],
        [5, 'twice'],
        [6, 'new'],
      ],
    ]);
  });
});

describe('a union that is in the tree', () => {
  it('takes a founding day, an address and a phone; the same list again has nothing to write', async () => {
    const importId = await look([row('甲厂工会', { on: '2018-03-01' })]);
    expect((await reviewOf(importId))[0]).toMatchObject({
      kind: 'update',
      details: { changes: [{ field: 'foundedOn', before: '', after: '2018-03-01' }] },
    });
    await bringIn(desk, importId);
    const again = aList([...HEADINGS, '备注'], [row('甲厂工会', { on: '2018-03-01' })]);
    const second = await review(desk, again, desk.tree.district.id, 'unions');
    expect((await found(second))[0]).toEqual([2, 'same', '']);
  });

  it('is never moved and keeps its kind: another parent or kind in the list is for a human', async () => {
    const { tree } = desk;
    const own = code();
    await sql`update organisations set uscc = ${own} where id = ${tree.union.id}`;
    const importId = await look([
      row('甲厂工会', { code: own, parent: '乙镇总工会', kind: '联合基层工会' }),
    ]);
    const [one] = await reviewOf(importId);
    expect([one?.kind, one?.details.choices, one?.details.words]).toEqual([
      ...['conflict', ['skip']],
      [
        '库里的上级是甲街道总工会，和表里不同。要调整请在组织页办',
        '库里是基层工会，表里是联合基层工会，类型不改',
      ],
    ]);
  });

  it('is a conflict by name alone: another code, another parent, or the same one that gets its code', async () => {
    const [one, two] = [code(), code()];
    await sql`update organisations set uscc = ${two} where id = ${desk.tree.otherUnion.id}`;
    const importId = await look([
      row('甲厂工会', { code: one }),
      row('乙厂工会', { code: code(), parent: '乙镇总工会' }),
      row('乙厂工会'),
    ]);
    const rows = (await reviewOf(importId)).filter(({ kind }) => kind !== 'absent');
    expect(rows.map(({ kind, details }) => [kind, details.choices, details.words[0]])).toEqual([
      [
        ...['conflict', ['skip', 'match']],
        '库里同一个上级下面已有“甲厂工会”，没有代码。请看是不是同一家',
      ],
      [...['conflict', ['skip']], `库里同一个上级下面已有“乙厂工会”，代码 ${two}。请核对代码`],
      ['conflict', ['skip', 'separate'], '库里已有同名的工会，上级是乙镇总工会'],
    ]);
    await bringIn(desk, importId, { 2: 'match' });
    expect(await sql`select uscc from organisations where id = ${desk.tree.union.id}`).toEqual([
      { uscc: one },
    ]);
  });

  it('of another name under the same code takes the name of the list only where chosen', async () => {
    const own = code();
    await sql`update organisations set uscc = ${own} where id = ${desk.tree.union.id}`;
    const importId = await look([row('甲厂新工会', { code: own })]);
    expect(await found(importId)).toEqual([[2, 'conflict', '代码一样，名称不同，选用哪一个']]);
    await bringIn(desk, importId, { 2: 'use_book' });
    expect(await sql`select name, short_name from organisations where uscc = ${own}`).toEqual([
      { name: '甲厂新工会', short_name: '甲厂新工会' },
    ]);
  });

  it('that stands in no row is shown to be gone through; a 合作单位 is none', async () => {
    await arrange((tx) =>
      anOrganisation(tx, { kind: 'partner', name: '测试医院', parentId: desk.tree.district.id }),
    );
    const rows = await reviewOf(await look([row('丙厂工会')], desk.tree.district.id));
    const absent = rows.filter(({ kind }) => kind === 'absent').map(({ details }) => details.name);
    expect(absent).toContain('甲厂工会');
    expect(absent).not.toContain('测试医院');
  });
});
