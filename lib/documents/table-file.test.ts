import { describe, expect, it } from 'vitest';
import { cell, workbook, zip } from '../testing/workbook';
import { rowsOfText } from './delimited';
import { spreadsheet } from './spreadsheet';
import { readTable, tableWords } from './table-file';

const nothing = { rows: 0, columns: 0, sheets: 0 };
const limits = { maxBytes: 900_000, maxRows: 5_000 };

describe('a workbook from outside (N22)', () => {
  it('is read when it is one', async () => {
    expect(await readTable(workbook(cell('A1', '陈一帆')), limits)).toEqual({
      ok: true,
      rows: [['陈一帆']],
      hidden: nothing,
    });
    const made = await spreadsheet({
      sheet: '名单',
      columns: [{ header: '手机号', value: (row: string) => row }],
      rows: ['13900000001'],
    });
    expect(await readTable(made, limits)).toEqual({
      ok: true,
      rows: [['手机号'], ['13900000001']],
      hidden: nothing,
    });
  });

  const spaces = ' '.repeat(40_000_000);
  it.each([
    ['ten times what it may hold', () => workbook(spaces)],
    ['the same, with a directory that says a kilobyte', () => workbook(spaces, { says: 1000 })],
    ['one cell at the far end', () => workbook(cell('XFD1048576', 'x'))],
    ['a directory that ends in the middle', () => workbook(cell('A1', 'x')).subarray(0, -30)],
    [
      'a megabyte in each of forty sheets',
      () =>
        zip(
          Array.from({ length: 40 }, (_, at) => ({
            name: `xl/worksheets/sheet${at}.xml`,
            data: Buffer.alloc(1_000_000),
          })),
        ),
    ],
    [
      'an entry that leads out of its folder',
      () => zip([{ name: '../../etc/cron.d/x', data: Buffer.from('x') }]),
    ],
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

const shown = (row: number, text: string, more = '') =>
  `<row r="${row}"${more}><c r="A${row}" t="inlineStr"><is><t>${text}</t></is></c><c r="B${row}" t="inlineStr"><is><t>b${row}</t></is></c></row>`;

describe('what is hidden in a workbook', () => {
  it('stays out when it is a row, by hand or by a filter, and row numbers stay', async () => {
    const file = workbook(
      shown(1, '姓名') + shown(2, '甲', ' hidden="1"') + shown(3, '乙', ' ht="0"') + shown(4, '丙'),
    );
    expect(await readTable(file, limits)).toEqual({
      ok: true,
      rows: [['姓名', 'b1'], [], [], ['丙', 'b4']],
      hidden: { rows: 2, columns: 0, sheets: 0 },
    });
  });
  it('stays out when it is a column or a sheet', async () => {
    const columns = workbook(shown(1, '甲'), {
      columns: '<cols><col min="2" max="2" hidden="1"/></cols>',
    });
    expect(await readTable(columns, limits)).toMatchObject({
      rows: [['甲']],
      hidden: { columns: 1 },
    });
    const second = workbook(shown(1, '旧'), { shownSheet: shown(1, '新') });
    expect(await readTable(second, limits)).toMatchObject({
      rows: [['新', 'b1']],
      hidden: { sheets: 1 },
    });
  });
});

const csv = async (bytes: Uint8Array | string) => {
  const read = await readTable(Buffer.from(bytes as Uint8Array), limits);
  return read.ok ? read.rows : tableWords(read);
};

describe('a table as text', () => {
  it.each([
    [
      'a comma in quotes',
      '姓名,地址,手机\nX,"甲,乙",139',
      [
        ['姓名', '地址', '手机'],
        ['X', '甲,乙', '139'],
      ],
    ],
    [
      'a line break in quotes',
      'X,"甲\r\n乙",139\r\nY,,138',
      [
        ['X', '甲\r\n乙', '139'],
        ['Y', '', '138'],
      ],
    ],
    ['doubled quotes', '"甲""乙""",1\n', [['甲"乙"', '1'], ['']]],
    ['a quote inside a cell', '甲"乙,1', [['甲"乙', '1']]],
    ['room around quotes', 'X, "甲,乙" ,1', [['X', '甲,乙', '1']]],
    ['text after a quotation, all of it', '"甲"乙,1', [['"甲"乙', '1']]],
    [
      'semicolons',
      '姓名;手机\nX;"1;2"',
      [
        ['姓名', '手机'],
        ['X', '1;2'],
      ],
    ],
    ['tabs, with commas that are text', 'X\t甲,乙\t139', [['X', '甲,乙', '139']]],
    ['a comma of the other kind as text', 'X,周一，周三,139', [['X', '周一，周三', '139']]],
    ['its mark of UTF-8', '\uFEFFX,139', [['X', '139']]],
  ])('of CSV is read with %s', async (_, text, rows) => {
    expect((await csv(text)) as unknown).toEqual(rows.filter((r) => r.join('') !== ''));
  });
  it('in UTF-16, as a spreadsheet saves “Unicode text”, is read', async () => {
    expect(await csv(Buffer.from('\uFEFF姓名\t手机\n陈\t139', 'utf16le'))).toEqual([
      ['姓名', '手机'],
      ['陈', '139'],
    ]);
  });
  const utf8 = Buffer.from('姓名,手机\n陈一帆,139\n罗小满,138\n');
  // 姓名,手机 / 陈一帆,139 in GB 18030; 姓名,手機 / 陳一帆,139 in Big5.
  const gbk = Buffer.from('d0d5c3fb2ccad6bbfa0ab3c2d2bbb7ab2c3133390a', 'hex');
  const big5 = Buffer.from('a96da6572ca4e2bef70ab3afa440a67c2c3133390a', 'hex');
  it('in GB 18030 is read', async () => {
    expect(await csv(gbk)).toEqual([
      ['姓名', '手机'],
      ['陈一帆', '139'],
    ]);
  });
  it.each([
    [
      'one wrong byte',
      Buffer.from(utf8.toString('latin1').replace('\xe7\xbd\x97', '\xe7\x28\x97'), 'latin1'),
      3,
    ],
    ['its end cut off within a character', utf8.subarray(0, utf8.indexOf(0x0a) + 8), 2],
    ['GB 18030 cut within a character', gbk.subarray(0, 15), 2],
    ['what an earlier program could not read', Buffer.from('姓名\n陈\uFFFD帆'), 2],
    ['Big5', big5, 1],
  ])('is refused for %s, with the line', async (_, bytes, line) => {
    expect(await csv(bytes)).toBe(
      `第 ${line} 行有乱码，没有读入任何数据。请用表格软件另存为 .xlsx 再传`,
    );
  });
  it('is refused for a quotation that never ends', async () => {
    expect(await csv('姓名,手机\n"陈一帆,139\n罗,138')).toContain('第 2 行的引号没有结束');
  });
});

describe('pasted lines', () => {
  it('of spaces without end are parted at once', () => {
    const line = `甘露${' '.repeat(300_000)}x`;
    expect(rowsOfText(line)).toEqual([['甘露 x']]);
    expect(rowsOfText('甘露   13899990002')).toEqual([['甘露', '13899990002']]);
  });
  it.each([
    [
      '王一，139\n王二 138',
      [
        ['王一', '139'],
        ['王二', '138'],
      ],
    ],
    ['a\t"甲\n乙"\t139', [['a', '甲\n乙', '139']]],
    ['甲,乙\t丙', [['甲,乙', '丙']]],
    ['X,"甲\n乙",139', [['X', '甲\n乙', '139']]],
    [
      'X,"甲,乙",139\nY 138',
      [
        ['X', '甲,乙', '139'],
        ['Y', '138'],
      ],
    ],
    [
      '"王一 139\n王二 138',
      [
        ['"王一', '139'],
        ['王二', '138'],
      ],
    ],
    [
      'X,"甲,乙",139\nY,丙,138',
      [
        ['X', '甲,乙', '139'],
        ['Y', '丙', '138'],
      ],
    ],
  ])('%j are parted', (text, rows) => expect(rowsOfText(text)).toEqual(rows));
});

describe('a file that is no list', () => {
  const read = (file: Buffer | string, more = {}) =>
    readTable(Buffer.from(file as string), { ...limits, ...more });

  it.each([
    ['nothing', '', 'empty', '文件是空的'],
    ['blank lines', ' \n\n', 'empty', '文件是空的'],
    ['blank cells', ' \n ,\n', 'empty', '文件是空的'],
    ['bytes', 'a\0b', 'not_a_table', '认不出这个文件'],
  ])('of %s is refused in words', async (_, text, reason, words) => {
    const result = await read(text);
    expect(result).toEqual({ ok: false, reason });
    expect(result.ok ? '' : tableWords(result)).toContain(words);
  });
  it('is judged by its bytes and rows, both ends included', async () => {
    expect(await read('a\nb', { maxBytes: 3 })).toMatchObject({ ok: true });
    expect(await read('a\nb', { maxBytes: 2 })).toEqual({ ok: false, reason: 'too_large' });
    expect(await read('a\nb', { maxRows: 2 })).toMatchObject({ rows: [['a'], ['b']] });
    expect(await read('a\nb', { maxRows: 1 })).toEqual({ ok: false, reason: 'too_many_rows' });
  });
  it('keeps blank lines between its rows and drops those after them', async () => {
    expect(await read('a\n\n \nb\n\n,\n')).toMatchObject({ rows: [['a'], [''], [''], ['b']] });
  });
  it('of a workbook is judged by its rows too', async () => {
    const two = workbook(cell('A1', 'a') + cell('A2', 'b'));
    expect(await readTable(two, { ...limits, maxRows: 1 })).toMatchObject({ ok: false });
  });
  it('names the first line when none is known', () => {
    expect(tableWords({ reason: 'unreadable' })).toMatch(/^第 1 行有乱码/);
    expect(tableWords({ reason: 'open_quote' })).toMatch(/^第 1 行的引号/);
  });
});

describe('a table by what parts it', () => {
  it.each([
    ['tabs before all else', 'a\tb,c;d', [['a', 'b,c;d']]],
    ['commas before semicolons', 'a;b,c', [['a;b', 'c']]],
    ['semicolons', 'a;b', [['a', 'b']]],
    ['its first line with anything in it', '\n \na;b', [[''], [''], ['a', 'b']]],
    ['commas by hand', '甲，乙；丙', [['甲', '乙', '丙']]],
    ['nothing: one cell a line', '甲\n乙', [['甲'], ['乙']]],
    ['quotes within lines by hand', '甲，"乙，丙"', [['甲', '乙，丙']]],
    ['a quote by hand that never ends', '甲，"乙', [['甲', '"乙']]],
  ])('is read by %s', async (_, text, rows) => {
    expect(await csv(text)).toEqual(rows);
  });
  it('is read the same with each kind of line end', async () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(await csv(`a,b${end}c,d${end}`)).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ]);
  });
  it('says in which row a quotation begins that never ends, the first row included', async () => {
    expect(await csv('"a,b')).toContain('第 1 行的引号没有结束');
  });
});
