import { beforeEach, describe, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing';
import { aDistrictDesk, listRow, lookThrough } from '../employer-list.test-helpers';
import {
  aList,
  bringIn,
  type Desk,
  outcomesOfRows,
  review,
  reviewOf,
  takeBack,
} from '../import.test-helpers';
import { getImport } from '../queries/import-view';
import { undoPreview } from '../queries/undo-preview';
import { beginWriting } from './begin-writing';
import { correctRow } from './correct-row';

let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDistrictDesk();
});

const HEADINGS = ['工会名称', '上级工会', '成立日期'];
const look = (rows: string[][]) =>
  review(desk, aList(HEADINGS, rows), desk.tree.district.id, 'unions');
const bring = async (rows: string[][]) => {
  const importId = await look(rows);
  await bringIn(desk, importId);
  return importId;
};
const idOf = async (name: string): Promise<string> =>
  (await sql`select id from organisations where name = ${name}`)[0]?.id;
const outcomes = async (importId: string) =>
  (await outcomesOfRows(importId)).filter(([rowNo]) => rowNo !== null);

describe('a list of unions that is taken back', () => {
  it('goes with those below, but for what has members, officers’ changes or another union below', async () => {
    const town = '甲街道总工会';
    const importId = await bring([
      ['一厂工会', town, ''],
      ['二厂工会', town, ''],
      ['三厂工会', town, ''],
      ['三厂分会', '三厂工会', ''],
      ['四厂工会', town, ''],
      ['四厂分会', '四厂工会', ''],
      ['五厂工会', town, ''],
    ]);
    const [one, four, five] = [
      await idOf('一厂工会'),
      await idOf('四厂分会'),
      await idOf('五厂工会'),
    ];
    await arrange((tx) => aMember(tx, { organisationId: one, name: '黄一' }));
    await sql`update organisations set address = '改过', version = version + 1 where name = '二厂工会'`;
    await arrange((tx) => anOrganisation(tx, { name: '五厂小组', parentId: five }));
    await arrange((tx) => aMember(tx, { organisationId: four, name: '黄四' }));
    const ctx = as(desk.officer.actor);
    expect(await undoPreview(ctx, await getImport(ctx, importId))).toMatchObject({ back: 2 });
    await takeBack(desk, importId);
    expect(await outcomes(importId)).toEqual([
      [2, 'stayed', 'members'],
      [3, 'stayed', 'edited'],
      [4, 'taken_back', null],
      [6, 'stayed', 'children'],
      [8, 'stayed', 'children'],
      [5, 'taken_back', null],
      [7, 'stayed', 'members'],
    ]);
    expect(await sql`select 1 from organisations where name like '三厂%'`).toHaveLength(0);
    expect(
      await sql`select 1 from organisation_closure c
      where not exists (select 1 from organisations o where o.id = c.descendant_id)`,
    ).toHaveLength(0);
  });

  it('gives changed ones back what they had', async () => {
    await sql`update organisations set founded_on = '2010-01-01' where name = '甲厂工会'`;
    const importId = await bring([['甲厂工会', '甲街道总工会', '2018-03-01']]);
    await takeBack(desk, importId);
    expect(await outcomes(importId)).toEqual([[2, 'taken_back', null]]);
    expect(await sql`select founded_on::text from organisations where name = '甲厂工会'`).toEqual([
      { founded_on: '2010-01-01' },
    ]);
  });
});

describe('a union below a row that the officer leaves out', () => {
  it('is left and asks for another look, instead of standing below nothing', async () => {
    const importId = await look([
      ['一厂工会', '甲街道总工会', ''],
      ['一厂分会', '一厂工会', ''],
      ['二厂工会', '甲街道总工会', ''],
    ]);
    expect((await reviewOf(importId)).slice(0, 3).map(({ kind }) => kind)).toEqual(
      Array(3).fill('new'),
    );
    await bringIn(desk, importId, { 2: 'skip' });
    expect(await outcomes(importId)).toEqual([
      [2, 'reviewed', null],
      [4, 'written', null],
      [3, 'left', 'changed'],
    ]);
    expect(await sql`select 1 from organisations where name = '一厂分会'`).toHaveLength(0);
  });
});

describe('a union row that is put right', () => {
  it('makes those below it right as well, and all of them are written, parents first', async () => {
    const importId = await look([
      ['一厂小组', '一厂分会', ''],
      ['一厂分会', '一厂工会', ''],
      ['一厂工会', '写错的工会', ''],
    ]);
    const rows = (await reviewOf(importId)).filter(({ rowNo }) => rowNo !== null);
    expect(rows.map(({ kind }) => kind)).toEqual(['error', 'error', 'error']);
    const wrong = rows.find(({ rowNo }) => rowNo === 4);
    const ctx = as(desk.officer.actor);
    const values = { parent: '甲街道总工会' };
    const corrected = await correctRow(ctx, { importId, rowId: wrong?.id ?? '', values });
    expect(corrected).toMatchObject({ value: { kind: 'new' } });
    await bringIn(desk, importId);
    expect((await outcomes(importId)).map(([, state]) => state)).toEqual(Array(3).fill('written'));
    expect(
      await sql`select depth from organisation_closure
      where descendant_id = ${await idOf('一厂小组')} and ancestor_id = ${await idOf('一厂工会')}`,
    ).toEqual([{ depth: 2 }]);
  });
});

describe('two lists at once', () => {
  it('of one book wait for each other, of two books do not', async () => {
    const ctx = as(desk.officer.actor);
    const unions = await look([['一厂工会', '甲街道总工会', '']]);
    const others = await look([['二厂工会', '甲街道总工会', '']]);
    const employers = await lookThrough(desk, [listRow('甲物流')]);
    expect(await beginWriting(ctx, { importId: unions })).toMatchObject({ ok: true });
    expect(await beginWriting(ctx, { importId: others })).toMatchObject({
      reason: 'other_running',
    });
    expect(await beginWriting(ctx, { importId: employers })).toMatchObject({ ok: true });
  });
});

describe('a row of a later part than its parent', () => {
  it('is looked through with its parent, and written below it', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => [`${at}号厂工会`, '甲街道总工会', '']);
    const importId = await look([['一号分会', '500号厂工会', ''], ...rows]);
    expect((await reviewOf(importId)).filter(({ kind }) => kind === 'new')).toHaveLength(502);
    await bringIn(desk, importId);
    const [made] =
      await sql`select p.name from organisations o join organisations p on p.id = o.parent_id
      where o.name = '一号分会'`;
    expect(made).toEqual({ name: '500号厂工会' });
  });
});
