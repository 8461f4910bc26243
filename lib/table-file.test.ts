import { describe, expect, it } from 'vitest';
import { spreadsheet } from './spreadsheet';
import { readTable, rowsOfText } from './table-file';
import { cell, workbook, zip } from './testing/workbook';

const limits = { maxBytes: 900_000, maxRows: 5_000 };

describe('a workbook from outside (N22)', () => {
  it('is read when it is one', async () => {
    expect(await readTable(workbook(cell('A1', '陈一帆')), limits)).toEqual({
      ok: true,
      rows: [['陈一帆']],
    });
    const made = await spreadsheet({
      sheet: '名单',
      columns: [{ header: '手机号', value: (row: string) => row }],
      rows: ['13900000001'],
    });
    expect(await readTable(made, limits)).toEqual({
      ok: true,
      rows: [['手机号'], ['13900000001']],
    });
  });

  const spaces = ' '.repeat(40_000_000);
  it.each([
    ['ten times what it may hold', () => workbook(spaces)],
    ['the same, with a directory that says a kilobyte', () => workbook(spaces, { says: 1000 })],
    ['one cell at the far end', () => workbook(cell('XFD1048576', 'x'))],
    ['a directory that ends in the middle', () => workbook(cell('A1', 'x')).subarray(0, -30)],
    ['another kind of zip', () => zip([{ name: 'a.txt', data: Buffer.from('hello') }])],
  ])(
    'of %s costs its own thread, and nothing is read',
    async (_what, make) => {
      const result = await readTable(make(), limits);
      expect(['broken', 'not_a_table']).toContain(result.ok ? result.rows : result.reason);
    },
    30_000,
  );

  it('of a million empty rows is none, or too long', async () => {
    const result = await readTable(workbook('<row/>'.repeat(1_000_000)), limits);
    expect(result.ok ? result.rows : result.reason).toMatch(/empty|too_many_rows|broken/);
  }, 30_000);

  it('of entities resolves none, neither ours nor a file’s', async () => {
    const before =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const result = await readTable(workbook(cell('A1', '&b;&f;'), { before }), limits);
    expect(JSON.stringify(result)).not.toMatch(/aaaaaaaaaa|root:/);
  }, 30_000);
});

describe('pasted lines', () => {
  it('of spaces without end are parted at once', () => {
    const line = `甘露${' '.repeat(300_000)}x`;
    expect(rowsOfText(line)).toEqual([['甘露 x']]);
    expect(rowsOfText('甘露   13899990002')).toEqual([['甘露', '13899990002']]);
  });
});
