import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer, aPhone, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import { Forbidden, NotFound } from '@/lib/errors';
import { aBook, aDesk, type Desk, HEADINGS, review, reviewOf } from '../import.test-helpers';
import { getImport } from '../queries/import-view';
import { beginWriting } from './begin-writing';
import { chooseRows } from './choose-rows';
import { giveUpImport } from './give-up-import';
import { uploadBook } from './upload-book';
import { writeImport } from './write-import';

let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDesk();
});

const row = (name: string, more: Partial<Record<'id' | 'phone' | 'union', string>> = {}) => [
  name,
  more.id ?? aResidentId({ birthOn: '1985-02-03' }),
  more.phone ?? aPhone(),
  '2021-07-01',
  '快递员',
  '甲厂',
  more.union ?? '',
];
const withUnion = [...HEADINGS, '所在工会'];
const upload = (table: File, organisationId = desk.tree.union.id, { actor } = desk.officer) =>
  uploadBook(as(actor), { book: 'members', organisationId, table });

describe('a workbook that is taken in', () => {
  it('is refused in words, and nothing is stored, where it is none', async () => {
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    const files: [File, RegExp][] = [
      [new File([new Uint8Array(locked)], 'a.xlsx'), /设了密码/],
      [new File(['PK....xl/vbaProject.bin'], 'a.xlsm'), /宏/],
      [aBook([]), /没有内容/],
      [aBook([['甲', '乙']], ['项目', '金额']), /没有找到栏名/],
      [aBook([Array(60).fill('1')], [...HEADINGS, ...Array(54).fill('栏')]), /超过 50 栏/],
    ];
    for (const [table, words] of files)
      expect(await upload(table)).toMatchObject({
        fieldErrors: { table: expect.stringMatching(words) },
      });
    expect(await sql`select 1 from imports`).toHaveLength(0);
  });

  it('is refused beyond the rows of the setting', async () => {
    await sql`insert into settings (key, value) values ('imports.most_rows', '100')`;
    const many = aBook(Array.from({ length: 150 }, () => row('黄小满')));
    expect(await upload(many)).toMatchObject({
      fieldErrors: { table: '超过 100 行，请分成几个文件导入' },
    });
  });

  it('is known when it comes a second time, and leads to what it came to', async () => {
    const rows = [row('黄小满')];
    const first = await upload(aBook(rows));
    expect(await upload(aBook(rows))).toEqual({
      ok: true,
      value: { importId: first.ok && first.value.importId, again: true },
    });
    expect(await upload(aBook([row('李早禾')]))).toMatchObject({ value: { again: false } });
  });

  it('is read as GB 18030 where it is no UTF-8: the bytes C0 EE are 李', async () => {
    const gb = (hex: string) => Buffer.from(hex, 'hex');
    const comma = Buffer.from(',');
    // 姓名,证件号码,入会日期 and 李一.
    const bytes = Buffer.concat([
      ...[
        gb('d0d5c3fb'),
        comma,
        gb('d6a4bcfebac5c2eb'),
        comma,
        gb('c8ebbbe1c8d5c6da'),
        Buffer.from('\n'),
      ],
      ...[gb('c0eed2bb'), Buffer.from(`,${aResidentId({ birthOn: '1985-02-03' })},2021/7/1\n`)],
    ]);
    const importId = await review(desk, new File([new Uint8Array(bytes)], 'a.csv'));
    expect(await reviewOf(importId)).toMatchObject([
      { kind: 'new', details: { name: '李一', found: { line: { joinedOn: '2021-07-01' } } } },
    ]);
  });

  it('with a mark, empty last rows, full-width digits and a small x is read; a formula stays text', async () => {
    const wide = (text: string) =>
      text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const [name, , , ...rest] = row('李一');
    const line = [name, wide('11010519491231002x'), wide('13900000099'), ...rest].join(',');
    const text = `\uFEFF${HEADINGS.join(',')}\n${line.replace('甲厂', '=HYPERLINK(1)')}\n,,,,,\n,,,,,\n`;
    const importId = await review(desk, new File([text], 'a.csv'));
    const [only, ...others] = await reviewOf(importId);
    expect(others).toEqual([]);
    expect(only?.details.found?.line).toMatchObject({
      idNumber: '11010519491231002X',
      phone: '13900000099',
      employerName: '=HYPERLINK(1)',
    });
  });

  it('belongs to a union of the officer’s own scope, and is seen by nobody else', async () => {
    await expect(upload(aBook([row('黄小满')]), desk.tree.otherUnion.id)).rejects.toThrow(
      Forbidden,
    );
    const importId = await review(desk, aBook([row('黄小满')]));
    const other = await arrange((tx) => anOfficer(tx, 'union_admin', desk.tree.otherUnion.id));
    await expect(getImport(as(other.actor), importId)).rejects.toThrow(NotFound);
    await expect(giveUpImport(as(other.actor), { importId })).rejects.toThrow(NotFound);
    const reader = await arrange((tx) => anOfficer(tx, 'viewer', desk.tree.district.id));
    await expect(upload(aBook([row('黄小满')]), desk.tree.union.id, reader)).rejects.toThrow(
      Forbidden,
    );
  });
});

describe('the rows of a town’s book', () => {
  it('name unions below it; of another district, closed or a federation the row says why not', async () => {
    const { tree } = desk;
    const town = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
    await sql`update organisations set closed_at = now() where id = ${tree.home.id}`;
    const book = aBook(
      [
        row('黄一', { union: '甲厂工会' }),
        row('黄二', { union: '乙厂工会' }),
        row('黄三', { union: '甲街道网上会员之家' }),
        row('黄四', { union: '甲街道总工会' }),
        row('黄五', { union: '914403001922038216' }),
        row('黄六'),
      ],
      withUnion,
    );
    const importId = await review({ ...desk, officer: town }, book, tree.town.id);
    expect((await reviewOf(importId)).map(({ details }) => details.words)).toEqual([
      [],
      ['乙厂工会不在这次导入的范围，请由它自己或上级导入'],
      ['甲街道网上会员之家已撤销，请填现在的工会'],
      ['甲街道总工会不直接登记会员，请填基层工会'],
      ['没有找到工会“914403001922038216”，请写全称或代码'],
      ['没有写工会，请填工会名称或代码'],
    ]);
  });
});

describe('a conflict', () => {
  it('is a membership elsewhere, a phone that somebody uses, a name that differs', async () => {
    const { tree } = desk;
    const [elsewhere, here] = await arrange(
      async (tx) =>
        [
          await aMember(tx, { organisationId: tree.otherUnion.id, name: '黄一' }),
          await aMember(tx, {
            organisationId: tree.union.id,
            name: '黄三',
            joinedOn: '2021-07-01',
          }),
        ] as const,
    );
    const importId = await review(
      desk,
      aBook([
        row('黄一', { id: elsewhere.idNumber, phone: '' }),
        row('黄二', { phone: elsewhere.phone }),
        row('黄山', { id: here.idNumber, phone: here.phone }),
      ]),
    );
    const rows = await reviewOf(importId);
    expect(
      rows.map(({ kind, choice, details }) => [kind, choice, details.choices, details.words[0]]),
    ).toEqual([
      ['conflict', 'skip', ['skip'], '会籍在乙厂工会，一个人只有一份会籍。请本人转会'],
      [
        'conflict',
        'skip',
        ['skip', 'without_phone'],
        '这个手机号已有人登录在用。可以不带手机号写入，本人再到柜台绑定',
      ],
      ['conflict', 'skip', ['skip', 'write'], '证件号一样，姓名不同。要改请走资料更正'],
    ]);
    const ctx = as(desk.officer.actor);
    const choices: [string, 'without_phone' | 'use_book'][] = [
      [rows[1]?.id ?? '', 'without_phone'],
      [rows[2]?.id ?? '', 'use_book'],
    ];
    expect(await chooseRows(ctx, { importId, choices })).toMatchObject({ value: { changed: 1 } });
    await beginWriting(ctx, { importId });
    await writeImport(importId);
    const [made] =
      await sql`select a.phone_tail, a.phone_released_at is not null as none from people p
      join accounts a on a.id = p.account_id where p.name = '黄二'`;
    expect(made).toEqual({ phone_tail: '', none: true });
    expect(await sql`select 1 from people where name = '黄山'`).toHaveLength(0);
  });

  it('is what came in between: the row is left and asks for another look', async () => {
    const id = aResidentId({ birthOn: '1985-02-03' });
    const importId = await review(desk, aBook([row('黄一', { id }), row('黄二')]));
    await arrange((tx) =>
      aMember(tx, { organisationId: desk.tree.otherUnion.id, idNumber: id, name: '黄一' }),
    );
    await beginWriting(as(desk.officer.actor), { importId });
    await writeImport(importId);
    expect((await reviewOf(importId)).map(({ state, reason }) => [state, reason])).toEqual([
      ['left', 'changed'],
      ['written', null],
    ]);
  });
});

describe('members who are in the books and not in the file', () => {
  it('are listed to be gone through, and nothing happens to them', async () => {
    const { tree } = desk;
    const gone = await arrange((tx) =>
      aMember(tx, { organisationId: tree.union.id, name: '蒙知春' }),
    );
    const importId = await review(desk, aBook([row('黄一')]));
    const [, absent] = await reviewOf(importId);
    expect(absent).toMatchObject({
      kind: 'absent',
      rowNo: null,
      details: { name: '蒙知春', subjectId: gone.personId },
    });
    await beginWriting(as(desk.officer.actor), { importId });
    await writeImport(importId);
    expect(await sql`select status from memberships where id = ${gone.membershipId}`).toEqual([
      { status: 'regular' },
    ]);
  });
});

describe('two imports at once', () => {
  it('of one union: the second is asked to wait, in words', async () => {
    const first = await review(desk, aBook([row('黄一')]));
    const second = await review(desk, aBook([row('黄二')]));
    const ctx = as(desk.officer.actor);
    const both = await Promise.all(
      [first, second].map((importId) => beginWriting(ctx, { importId })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      reason: 'other_running',
      detail: { name: '甲厂工会' },
    });
  });
});
