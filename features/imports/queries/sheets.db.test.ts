import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { aResidentId } from '@/db/factories/accounts';
import { as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import { readTable } from '@/lib/documents/table-file';
import { workbook } from '@/lib/testing/workbook';
import { aBook, aDesk, type Desk, review, reviewOf } from '../import.test-helpers';
import { bookTemplate } from './book-template';
import { writeCheckedFile } from './checked-file';

let desk: Desk;
const sql = sqlAsOwner();
const limits = { maxBytes: 1_000_000, maxRows: 5_000 };
beforeEach(async () => {
  desk = await aDesk();
});

/** Every text of a workbook, and the rules of its first sheet. */
function textOf(content: Buffer) {
  const parts = unzipSync(new Uint8Array(content));
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const names = Object.keys(parts).filter((name) => /sharedStrings|worksheets\/sheet/.test(name));
  return { all: names.map(xml).join(''), first: xml('xl/worksheets/sheet1.xml') };
}

describe('the template of a book of members', () => {
  it('has the headings alone on its first sheet, lists to choose from, and a sheet that explains', async () => {
    const { name, content } = await bookTemplate(as(desk.officer.actor), 'members');
    expect(name).toBe('会员名册模板.xlsx');
    const read = await readTable(content, limits);
    expect(read).toMatchObject({
      rows: [
        ['姓名', '证件类别', '证件号码', '手机号', '入会日期', '职业', '工作单位', '所在工会'],
      ],
    });
    const { all, first } = textOf(content);
    expect(first).toMatch(/<dataValidation type="list"[^>]* sqref="B2:B\d+"/);
    expect(first).toMatch(/<dataValidation type="list"[^>]* sqref="F2:F\d+"/);
    for (const text of ['必填', '和证件上一样', '韦小明', '快递员', '居民身份证'])
      expect(all).toContain(text);
  });
});

describe('the copy of a book with what was found', () => {
  it('keeps every row at its place and says of each what it is and what is wrong, on record', async () => {
    const id = aResidentId({ birthOn: '1985-02-03' });
    const rows = [
      ['黄一', id, '', '2021-07-01', '快递员', '甲厂'],
      ['黄二', '450803199003070020', '', '2021-07-01', '快递员', '甲厂'],
    ];
    const importId = await review(desk, aBook(rows));
    const { name, content } = await writeCheckedFile(as(desk.officer.actor), importId);
    expect(name).toBe('核对结果 会员名册.xlsx');
    expect(await readTable(content, limits)).toMatchObject({
      rows: [
        ['核对结果', '原因', '姓名', '证件号码', '手机号', '入会日期', '职业', '工作单位'],
        ['新', '', '黄一', id, '', '2021-07-01', '快递员', '甲厂'],
        [
          '错误',
          '身份证号有一位输错了，请对照证件逐位核对',
          '黄二',
          '450803199003070020',
          ...Array(0),
        ],
      ].map((row) => expect.arrayContaining(row)),
    });
    expect(await sql`select 1 from audit_entries where action = 'view_import_file'`).toHaveLength(
      1,
    );
  });
});

describe('a formula in a workbook', () => {
  it('is never worked out: its row has the text that the file shows', async () => {
    const cells = ['姓名', '证件号码', '入会日期', '工作单位'];
    const id = aResidentId({ birthOn: '1985-02-03' });
    const text = (at: string, value: string) =>
      `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const file = workbook(
      [
        `<row r="1">${cells.map((value, at) => text(`${'ABCD'[at]}1`, value)).join('')}</row>`,
        `<row r="2">${text('A2', '黄一')}${text('B2', id)}${text('C2', '2021-07-01')}`,
        '<c r="D2" t="str"><f>HYPERLINK("http://elsewhere.test","甲厂")</f><v>甲厂</v></c></row>',
      ].join(''),
    );
    const importId = await review(desk, new File([new Uint8Array(file)], '名册.xlsx'));
    const [row] = await reviewOf(importId);
    expect(row?.details.found?.line).toMatchObject({ name: '黄一', employerName: '甲厂' });
  });
});
