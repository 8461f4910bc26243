import { beforeEach, describe, expect, it } from 'vitest';
import { aResidentId } from '@/db/factories/accounts';
import { as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import { workbook } from '@/lib/testing/workbook';
import { aDistrictDesk } from '../employer-list.test-helpers';
import { aList, aUnifiedCode, type Desk, review, reviewOf } from '../import.test-helpers';
import { bookTemplate } from '../queries/book-template';
import type { Book } from '../rules/books';
import { uploadBook } from './upload-book';

let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDistrictDesk();
});

interface Given {
  book: Book;
  headings: readonly string[];
  /** A row that is right, of this name. */
  row: (name: string) => string[];
  /** Headings and a row of another book. */
  other: readonly (readonly string[])[];
  /** A row with a code of another district, and what is said. */
  elsewhere: readonly [row: () => string[], words: RegExp];
}

const members = {
  headings: ['姓名', '证件号码', '入会日期', '所在工会'],
  row: (name: string) => [name, aResidentId({ birthOn: '1985-02-03' }), '2021-07-01', '甲厂工会'],
};
const employers = {
  headings: ['单位名称', '统一社会信用代码', '所在镇街', '行业'],
  row: (name: string) => [name, aUnifiedCode(), '甲街道', '道路运输'],
};

const unions = {
  headings: ['工会名称', '工会代码', '组织类型', '上级工会'],
  row: (name: string) => [name, aUnifiedCode('450803', '81'), '基层工会', '甲街道总工会'],
};

const books: Given[] = [
  {
    ...{ book: 'members', ...members },
    other: [employers.headings, employers.row('甲物流')],
    elsewhere: [
      () => ['黄一', aResidentId(), '2021-07-01', aUnifiedCode('440305', '81')],
      /没有找到工会“81440305\w+”，请写全称或代码/,
    ],
  },
  {
    ...{ book: 'employers', ...employers },
    other: [members.headings, members.row('黄一')],
    elsewhere: [() => ['甲物流', aUnifiedCode('440305'), '甲街道', ''], /440305 不是本区的/],
  },
  {
    ...{ book: 'unions', ...unions },
    other: [employers.headings, employers.row('甲物流')],
    elsewhere: [
      () => ['外区工会', aUnifiedCode('440305', '81'), '基层工会', '甲街道总工会'],
      /440305 不是本区的。外区工会的代码不能导入/,
    ],
  },
];

const cellsOf = (rows: readonly (readonly string[])[], formula = '') =>
  rows
    .map((row, at) => {
      const cells = row.map((value, column) => {
        const ref = `${'ABCDEFGH'[column]}${at + 1}`;
        return value === formula
          ? `<c r="${ref}" t="str"><f>HYPERLINK("http://elsewhere.test","${value}")</f><v>${value}</v></c>`
          : `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
      });
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    })
    .join('');

describe.each(books)('a book of $book', ({ book, headings, row, other, elsewhere }) => {
  const at = () => desk.tree.district.id;
  const upload = (table: File) =>
    uploadBook(as(desk.officer.actor), { book, organisationId: at(), table });
  const bad = async (table: File, words: RegExp) =>
    expect(await upload(table)).toMatchObject({
      ...{ reason: 'bad_table', fieldErrors: { table: expect.stringMatching(words) } },
    });
  const look = (table: File) => review(desk, table, at(), book);

  it('with a title and two rows of headings is read from the lower one', async () => {
    const two = [['2026年名单'], ['基本信息', '基本信息'], headings, row('黄一')];
    const importId = await look(new File([new Uint8Array(workbook(cellsOf(two)))], '名单.xlsx'));
    expect((await reviewOf(importId)).filter(({ kind }) => kind !== 'absent')).toMatchObject([
      { rowNo: 4, kind: 'new', details: { name: '黄一' } },
    ]);
  });

  it('with sixty columns, of another book, locked, with macros or with too many rows is refused in words', async () => {
    const wide = [...headings, ...Array.from({ length: 60 }, (_, n) => `栏${n}`)];
    await bad(aList(wide, [wide.map(() => '1')]), /超过 50 栏，请删去用不到的栏再传/);
    const [heads = [], ...rows] = other;
    await bad(aList(heads, rows), /这像是\S+的表，您选的是/);
    await bad(aList(['项目', '金额'], [['电费', '12']]), /没有找到栏名/);
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    await bad(new File([new Uint8Array(locked)], 'a.xlsx'), /设了密码/);
    await bad(new File(['PK....xl/vbaProject.bin'], 'a.xlsm'), /有宏/);
    const line = row('黄一').join(',');
    const many = new File([`${headings.join(',')}\n${`${line}\n`.repeat(200_000)}`], 'a.csv');
    await bad(many, /超过 20000 行，请分成几个文件导入|文件超过 10 MB|文件太大/);
    expect(await sql`select 1 from imports`).toHaveLength(0);
  });

  it('is known when the same file comes again, and a formula in it is its text', async () => {
    const named = row('甲乙丙');
    const file = () =>
      new File([new Uint8Array(workbook(cellsOf([headings, named], '甲乙丙')))], '名单.xlsx');
    const importId = await look(file());
    expect((await reviewOf(importId))[0]).toMatchObject({ details: { name: '甲乙丙' } });
    expect(await upload(file())).toEqual({ ok: true, value: { importId, again: true } });
  });

  it('with a formula written as text has it as text, which no list works out', async () => {
    const [, ...rest] = row('甲');
    const importId = await look(aList(headings, [['=HYPERLINK(1)', ...rest]]));
    const [first] = await reviewOf(importId);
    expect(first?.details.name).toContain('=HYPERLINK');
  });

  it('with a code of another district refuses that row alone', async () => {
    const [wrong, words] = elsewhere;
    const importId = await look(aList(headings, [wrong(), row('黄一')]));
    expect((await reviewOf(importId)).slice(0, 2)).toMatchObject([
      { kind: 'error', details: { words: [expect.stringMatching(words)] } },
      { kind: 'new' },
    ]);
  });

  it('has a template from which the wizard knows every column', async () => {
    const { name, content } = await bookTemplate(as(desk.officer.actor), book);
    expect(name).toMatch(/模板\.xlsx$/);
    await bad(new File([new Uint8Array(content)], name), /栏名下面没有内容/);
  });
});
