import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, aPhone, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import { workbook } from '@/lib/testing/workbook';
import { aDesk, type Desk, HEADINGS, review, reviewOf } from '../import.test-helpers';
import { reviewText } from '../rules/row-details';
import { beginWriting } from './begin-writing';
import { writeImport } from './write-import';

let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDesk();
});

const line = (name: string, id: string, phone = aPhone()) => [
  name,
  id,
  phone,
  '2020-05-01',
  '快递员',
  '甲厂',
];

async function tenRows() {
  const { tree } = desk;
  const same = { name: '陆白露', joinedOn: '2020-05-01', organisationId: tree.union.id };
  const courier = { code: 'courier', version: 'test', isNewForm: true, inEightGroups: true };
  const [one, two, moved] = await arrange(
    async (tx) =>
      [
        await aMember(tx, { ...same, occupation: courier }),
        await aMember(tx, { ...same, name: '覃立夏', occupation: courier }),
        await aMember(tx, { ...same, name: '韦冬至', occupation: courier }),
      ] as const,
  );
  await sql`update memberships set employer_name = '甲厂'`;
  // As an earlier book made it: nobody has signed in.
  await sql`update accounts set imported_at = last_signed_in_at where id = ${moved.accountId}`;
  const twice = aResidentId();
  return [
    line('黄小满', twice),
    line('李早禾', aResidentId()),
    line('农小满', aResidentId()),
    line('周谷雨', aResidentId()),
    line('陆白露', one.idNumber, one.phone),
    line('覃立夏', two.idNumber, two.phone),
    line('韦冬至', moved.idNumber, '13912345678'),
    line('黄小满', twice),
    line('梁霜降', '450803199003070020'),
    line('蒙知春', '450803199003030000'),
  ];
}

/** The last row's document as a spreadsheet stores a number. */
function asWorkbook(rows: readonly (readonly string[])[]): File {
  const cells = [HEADINGS, ...rows].map((row, at) => {
    const text = row.map((value, column) => {
      const ref = `${'ABCDEF'[column]}${at + 1}`;
      return value === '450803199003030000'
        ? `<c r="${ref}"><v>450803199003030000</v></c>`
        : `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    });
    return `<row r="${at + 1}">${text.join('')}</row>`;
  });
  return new File([new Uint8Array(workbook(cells.join('')))], '名册.xlsx');
}

describe('looking a book of ten rows through', () => {
  it('says four new, two as they are, one new phone, one twice, one wrong and one for a human', async () => {
    const importId = await review(desk, asWorkbook(await tenRows()));
    const rows = await reviewOf(importId);
    expect(rows.map(({ rowNo, kind }) => [rowNo, kind])).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'new'],
      [5, 'new'],
      [6, 'same'],
      [7, 'same'],
      [8, 'update'],
      [9, 'twice'],
      [10, 'error'],
      [11, 'error'],
    ]);
    expect(rows[6]?.details.changes).toEqual([
      {
        field: 'phone',
        label: '手机号',
        before: expect.stringMatching(/^139\*{4}/),
        after: '139****5678',
      },
    ]);
    expect(rows.slice(7).map(({ details }) => details.words[0])).toEqual([
      '和第 2 行是同一个证件号，只用第 2 行',
      '身份证号有一位输错了，请对照证件逐位核对',
      '证件号末三位是 000，像被表格软件改过。请对照证件，把这一格改成文本再填',
    ]);
  });

  it('writes nothing, takes no number and leaves no person', async () => {
    await review(desk, asWorkbook(await tenRows()));
    expect(await sql`select 1 from memberships`).toHaveLength(3);
    expect(await sql`select 1 from running_numbers`).toHaveLength(0);
  });

  it('shows byte for byte the list that is then written', async () => {
    const importId = await review(desk, asWorkbook(await tenRows()));
    const shown = await reviewOf(importId);
    expect(await beginWriting(as(desk.officer.actor), { importId })).toMatchObject({ ok: true });
    await writeImport(importId);
    const written = await reviewOf(importId);
    expect(reviewText(written)).toBe(reviewText(shown));
    expect(written.map(({ state }) => state)).toEqual([
      ...Array(4).fill('written'),
      'reviewed',
      'reviewed',
      'written',
      'reviewed',
      'reviewed',
      'reviewed',
    ]);
    const members = await sql`select p.name, m.joined_on::text, m.status from memberships m
      join people p on p.id = m.person_id where p.name in ('黄小满', '李早禾') order by p.name`;
    expect(members).toEqual([
      { name: '李早禾', joined_on: '2020-05-01', status: 'regular' },
      { name: '黄小满', joined_on: '2020-05-01', status: 'regular' },
    ]);
  });
});
