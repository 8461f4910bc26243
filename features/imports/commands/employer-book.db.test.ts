import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing';
import { Forbidden } from '@/lib/errors';
import {
  aDistrictDesk,
  enteredByHand,
  registerRows as entries,
  LIST,
  lookThrough,
  listRow as row,
} from '../employer-list.test-helpers';
import { aList, aUnifiedCode, bringIn, type Desk, review, reviewOf } from '../import.test-helpers';
import { reviewText } from '../rules/row-details';
import { uploadBook } from './upload-book';

let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDistrictDesk();
});

const look = (rows: string[][], headings = LIST) => lookThrough(desk, rows, headings);
const entered = (name: string, more = {}) => enteredByHand(desk, name, more);
const found = async (importId: string) =>
  (await reviewOf(importId)).map(({ kind, details }) => [kind, details.words[0] ?? '']);

describe('a list of employers', () => {
  it('shows byte for byte what is then written, by the step of the form', async () => {
    const [one, two] = [aUnifiedCode(), aUnifiedCode()];
    const importId = await look([
      row('甲物流有限公司', { code: one, staff: '62', on: '2026/5/31', industry: '道路运输' }),
      row('乙物流有限公司', { code: two, source: '市监名单' }),
      row('没有代码的商行', { town: '乙镇' }),
    ]);
    const shown = await reviewOf(importId);
    expect(shown.map(({ kind, choice }) => [kind, choice])).toEqual(
      Array(3).fill(['new', 'write']),
    );
    expect(await entries()).toHaveLength(0);
    await bringIn(desk, importId);
    expect(reviewText(await reviewOf(importId))).toBe(reviewText(shown));
    expect(await entries()).toEqual([
      {
        ...{ name: '乙物流有限公司', uscc: two, industry: null, staff_count: null, counted: null },
        ...{ on: null, proof: null, source: 'market', origin: 'listed', listed: true },
      },
      {
        ...{ name: '没有代码的商行', uscc: null, industry: null, staff_count: null, counted: null },
        ...{ on: null, proof: null, source: 'tax', origin: 'listed', listed: true },
      },
      {
        ...{
          name: '甲物流有限公司',
          uscc: one,
          industry: '道路运输',
          staff_count: 62,
          counted: 62,
        },
        ...{ on: '2026-05-31', proof: 'tax', source: 'tax', origin: 'listed', listed: true },
      },
    ]);
    const [made] = await sql`select created_by from register_entries limit 1`;
    expect(made?.created_by).toBe(desk.officer.accountId);
  });

  it('says of each wrong row what is wrong, and writes none of them', async () => {
    const importId = await look([
      row('甲厂一', { code: '914508030000000000' }),
      row('甲厂二', { code: aUnifiedCode('440305') }),
      row('甲厂三', { town: '丙街道' }),
      row('甲厂四', { staff: '六十人', on: '2026-05-31' }),
      row('甲厂五', { staff: '60' }),
      row('甲厂六', { staff: '60', on: '2099-01-01' }),
      row('甲厂七', { source: '听说' }),
      row('厂'),
    ]);
    expect(await found(importId)).toEqual([
      ['error', '统一社会信用代码有一位输错了，请对照证书逐位核对'],
      ['error', '信用代码里的区划 440305 不是本区的。确实在本区经营的，请在“登记企业”里单独登记'],
      ['error', '没有找到镇街“丙街道”，请写本区镇、街道的名称'],
      ['error', '职工人数请填整数'],
      ['error', '有职工人数，请填人数日期'],
      ['error', '人数日期晚于今天，请核对'],
      ['error', '来源里没有“听说”，请从下拉里选'],
      ['error', '单位名称太短，请写全称'],
    ]);
  });

  it('of a town refuses the rows of another town, by its name and by its code in the books', async () => {
    const { tree } = desk;
    const code = aUnifiedCode();
    await arrange((tx) =>
      anEmployer(tx, { name: '别处厂', uscc: code, townId: tree.otherTown.id }),
    );
    const town = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
    const mine = { ...desk, officer: town };
    const rows = [
      row('别处厂', { code, town: '' }),
      row('乙厂', { town: '乙镇' }),
      row('甲厂', { town: '' }),
    ];
    const importId = await review(mine, aList(LIST, rows), tree.town.id, 'employers');
    expect(await found(importId)).toEqual([
      ['error', '用人单位名录里它在别的镇街，不在这次导入的范围'],
      ['error', '乙镇不在这次导入的范围，请由它自己或上级导入'],
      ['new', ''],
    ]);
    const table = aList(LIST, [row('甲厂二')]);
    const other = { book: 'employers', organisationId: tree.otherTown.id, table } as const;
    await expect(uploadBook(as(town.actor), other)).rejects.toThrow(Forbidden);
    const chair = await arrange((tx) => anOfficer(tx, 'union_admin', tree.union.id));
    const own = { book: 'employers', organisationId: tree.union.id, table } as const;
    await expect(uploadBook(as(chair.actor), own)).rejects.toThrow(Forbidden);
  });

  it('has an employer twice by its code, or by its name in one town; the first row counts', async () => {
    const code = aUnifiedCode();
    const importId = await look([
      row('甲物流', { code }),
      row('甲物流公司', { code }),
      row('甲 商 行'),
      row('甲商行'),
      row('甲商行', { town: '乙镇' }),
      row('甲商行', { code: aUnifiedCode() }),
    ]);
    expect(await found(importId)).toEqual([
      ['new', ''],
      ['twice', '和第 2 行是同一家，只用第 2 行'],
      ['new', ''],
      ['twice', '和第 4 行是同一家，只用第 4 行'],
      ['new', ''],
      ['twice', '和第 4 行是同一家，只用第 4 行'],
    ]);
  });

  it('comes a second time with nothing to write', async () => {
    const rows = [
      row('甲物流', { code: aUnifiedCode(), staff: '30', on: '2026-05-31' }),
      row('甲商行'),
    ];
    await bringIn(desk, await look(rows));
    const again = aList([...LIST, '备注'], rows);
    const importId = await review(desk, again, desk.tree.district.id, 'employers');
    expect((await reviewOf(importId)).map(({ kind }) => kind)).toEqual(['same', 'same']);
  });
});

describe('an employer that is in the register', () => {
  it('takes a newer head count and comes onto the list one way; an older count and 台账外 change nothing', async () => {
    const [one, two] = [aUnifiedCode(), aUnifiedCode()];
    await entered('甲物流', {
      ...{ uscc: one, staffCount: '40', staffCountedOn: '2026-03-01', staffEvidence: 'visit' },
    });
    await entered('乙物流', {
      ...{ uscc: two, origin: 'listed', staffCount: '50', staffCountedOn: '2026-06-01' },
      staffEvidence: 'visit',
    });
    const importId = await look(
      [
        [...row('甲物流', { code: one, staff: '62', on: '2026-05-31' }), '台账内'],
        [...row('乙物流', { code: two, staff: '20', on: '2026-05-31' }), '台账外'],
      ],
      [...LIST, '台账内外'],
    );
    const [first, second] = await reviewOf(importId);
    expect(first).toMatchObject({ kind: 'update', choice: 'write' });
    expect(first?.details.changes).toEqual([
      {
        ...{ field: 'staffCount', label: '职工人数' },
        ...{ before: '40 人，2026-03-01，走访核实', after: '62 人，2026-05-31，税务申报人数' },
      },
      { field: 'origin', label: '台账内外', before: '台账外', after: '列入台账' },
    ]);
    expect([second?.kind, second?.details.words]).toEqual([
      'same',
      ['库里已列入台账，不会改回台账外', '库里的人数是 2026-06-01 的，比表里新，不改'],
    ]);
    await bringIn(desk, importId);
    expect(
      (await entries()).map((e) => [e.name, e.staff_count, e.counted, e.origin, e.listed]),
    ).toEqual([
      ['乙物流', 50, 50, 'listed', true],
      ['甲物流', 62, 62, 'found', true],
    ]);
  });

  it('of another name under the same code is a conflict: nothing unless chosen, then the name of the list', async () => {
    const code = aUnifiedCode();
    await entered('甲物流', { uscc: code });
    const importId = await look([row('甲供应链', { code })]);
    expect(await found(importId)).toEqual([['conflict', '信用代码一样，名称不同，选用哪一个']]);
    expect((await reviewOf(importId))[0]?.details.choices).toEqual(['skip', 'write', 'use_book']);
    await bringIn(desk, importId, { 2: 'use_book' });
    expect((await entries()).map(({ name }) => name)).toEqual(['甲供应链']);
  });

  it('of the same name with another code is a conflict: the same one, or another one that is entered', async () => {
    await entered('甲物流（江南）');
    const [one, two] = [aUnifiedCode(), aUnifiedCode()];
    const importId = await look([row('甲物流(江南)', { code: one })]);
    const [conflict] = await reviewOf(importId);
    expect(conflict?.details.choices).toEqual(['skip', 'match', 'separate']);
    await bringIn(desk, importId, { 2: 'match' });
    expect((await entries()).map((e) => [e.name, e.uscc])).toEqual([['甲物流（江南）', one]]);
    const next = await look([row('甲物流（江南）', { code: two })]);
    expect((await reviewOf(next))[0]?.details.choices).toEqual(['skip', 'separate']);
    await bringIn(desk, next, { 2: 'separate' });
    expect(await entries()).toHaveLength(2);
  });

  it('that the list of employers has in another town of the import, or as closed, is for a human', async () => {
    const { tree } = desk;
    const [one, two] = [aUnifiedCode(), aUnifiedCode()];
    await arrange(async (tx) => {
      await anEmployer(tx, { name: '甲物流', uscc: one, townId: tree.otherTown.id });
      await anEmployer(tx, {
        name: '乙物流',
        uscc: two,
        townId: tree.town.id,
        closedAt: new Date(),
      });
    });
    expect(
      await found(await look([row('甲物流', { code: one }), row('乙物流', { code: two })])),
    ).toEqual([
      ['conflict', '库里它在乙镇总工会，和表里不同。请先到“用人单位”核对'],
      ['conflict', '库里已停业或撤销，请先到“用人单位”核对'],
    ]);
  });

  it('that stands in no row is shown to be gone through, in the towns that the list speaks of', async () => {
    const id = await entered('老厂');
    await entered('别镇的厂', { townId: desk.tree.otherTown.id });
    const rows = await reviewOf(await look([row('新厂')]));
    expect(rows[1]).toMatchObject({ kind: 'absent', details: { name: '老厂', subjectId: id } });
    expect(rows).toHaveLength(2);
  });
});

describe('the responsible officer of a row', () => {
  it('is found by name among those of the town; nobody and two of one name are said', async () => {
    const { tree } = desk;
    const keeper = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
    await sql`update accounts set display_name = '黄负责' where id = ${keeper.accountId}`;
    const headings = [...LIST, '负责干部'];
    const rows = [
      [...row('甲厂一'), '黄负责'],
      [...row('甲厂二', { town: '乙镇' }), '黄负责'],
    ];
    const importId = await look(rows, headings);
    expect(await found(importId)).toEqual([
      ['new', ''],
      ['error', '负责这一带的干部里没有“黄负责”，请核对姓名，或空着'],
    ]);
    await bringIn(desk, importId);
    expect(await sql`select responsible_id from register_entries`).toEqual([
      { responsible_id: keeper.accountId },
    ]);
  });
});
