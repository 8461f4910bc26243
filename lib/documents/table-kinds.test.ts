import { describe, expect, it } from 'vitest';
import { workbook, zip } from '../testing/workbook';
import { readTable, tableWords } from './table-file';

const limits = { maxBytes: 900_000, maxRows: 5_000 };
const shown = (row: number, text: string, more = '') =>
  `<row r="${row}"${more}><c r="A${row}" t="inlineStr"><is><t>${text}</t></is></c><c r="B${row}" t="inlineStr"><is><t>b${row}</t></is></c></row>`;

describe('a workbook of a kind that is not read', () => {
  it.each([
    [
      'with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      /密码/,
    ],
    ['with macros', zip([{ name: 'xl/vbaProject.bin', data: Buffer.from('x') }]), /宏/],
  ])('%s is refused in words that say what to do', async (_what, file, words) => {
    const read = await readTable(file, limits);
    expect(read.ok ? '' : tableWords(read)).toMatch(words);
  });

  it('of more rows than allowed is not read at all', async () => {
    const many = Array.from({ length: 300 }, (_, at) => shown(at + 1, `甲${at}`)).join('');
    expect(await readTable(workbook(many), { ...limits, maxRows: 100 })).toEqual({
      ok: false,
      reason: 'too_many_rows',
    });
  });

  it('of more columns than allowed is refused', async () => {
    const read = await readTable(Buffer.from('甲,乙,丙\n'), { ...limits, maxColumns: 2 });
    expect(read).toEqual({ ok: false, reason: 'too_many_columns' });
  });
});

describe('cells of a workbook', () => {
  it('that were merged all have the value of the first, where that is asked for', async () => {
    const second = '<row r="2"><c r="B2" t="inlineStr"><is><t>b2</t></is></c></row>';
    const columns = '<mergeCells><mergeCell ref="A1:A9"/></mergeCells>';
    const merged = workbook(shown(1, '甲厂') + second, { columns });
    const read = await readTable(merged, { ...limits, fillMerged: true });
    expect(read).toMatchObject({
      rows: [
        ['甲厂', 'b1'],
        ['甲厂', 'b2'],
      ],
    });
  });

  it('with a number of eighteen digits show the fifteen that are left, and are named', async () => {
    const file = workbook('<row r="1"><c r="A1"><v>450803199003070029</v></c></row>');
    expect(await readTable(file, limits)).toMatchObject({
      rows: [['450803199003070000']],
      inexact: [[0, 0]],
    });
  });
});
