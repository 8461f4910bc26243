import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { csvStream, xlsxStream } from './table-stream';

interface Line {
  name: string;
  id: string;
  staff: number | null;
}

const columns = [
  { header: '姓名', value: (line: Line) => line.name },
  { header: '证件号码', value: (line: Line) => line.id },
  { header: '人数', value: (line: Line) => line.staff },
];

/** Parts of rows, and how many have been asked for so far. */
function counted(parts: readonly (readonly Line[])[]) {
  const asked = { parts: 0, ended: false };
  async function* give() {
    try {
      for (const part of parts) {
        asked.parts += 1;
        yield part;
      }
    } finally {
      asked.ended = true;
    }
  }
  return { asked, parts: give() };
}

const line = (n: number): Line => ({ name: `王${n}`, id: '450803199003070029', staff: n });
const table = (parts: AsyncIterable<readonly Line[]>, notes: string[] = []) => ({
  ...{ sheet: '会员/名册', columns, parts, notes },
});
const whole = async (stream: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(stream).arrayBuffer());

describe('a table that is made while it is read', () => {
  it('is a workbook with the rows of every part, 18 digits whole, and the notes below', async () => {
    const parts = [[line(1), line(2)], [], [line(3)]];
    const rows = await readSheet(
      await whole(xlsxStream(table(counted(parts).parts, ['按筛选导出']))),
    );
    expect(rows).toEqual([
      ['姓名', '证件号码', '人数'],
      ['王1', '450803199003070029', 1],
      ['王2', '450803199003070029', 2],
      ['王3', '450803199003070029', 3],
      ['按筛选导出', null, null],
    ]);
  });

  it('holds marks of XML and no formula, and drops what no text may hold', async () => {
    const odd: Line = {
      name: '=HYPERLINK("http://x","<a & b>")',
      id: '\u0001\uD800甲',
      staff: null,
    };
    const rows = await readSheet(await whole(xlsxStream(table(counted([[odd]]).parts))));
    expect(rows[1]).toEqual(['\'=HYPERLINK("http://x","<a & b>")', '甲', null]);
    const csv = (await whole(csvStream(table(counted([[odd]]).parts)))).toString('utf8');
    expect(csv.split('\r\n')[1]).toBe('"\'=HYPERLINK(""http://x"",""<a & b>"")",甲,');
  });

  it('has days and instants as dates of the calendar of Shanghai, numbers as numbers, what is no date as text', async () => {
    const late = new Date('2026-03-31T16:30:00Z');
    const columns = [
      { header: '日期', value: (on: string) => ({ day: on }) },
      { header: '时间', value: () => late },
      { header: '像日期的字', value: () => '2026-03-31' },
      { header: '家数', value: () => 12 },
    ];
    async function* parts() {
      yield ['2026-04-01', '1899-05-06', '2026-02-30'];
    }
    const content = () => ({ sheet: '日期', columns, parts: parts(), notes: [] });
    const file = await whole(xlsxStream(content()));
    const rows = await readSheet(file);
    const wall = new Date('2026-04-01T00:30:00Z');
    expect(rows.slice(1)).toEqual([
      [new Date('2026-04-01T00:00:00Z'), wall, '2026-03-31', 12],
      ['1899-05-06', wall, '2026-03-31', 12],
      ['2026-02-30', wall, '2026-03-31', 12],
    ]);
    const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<c r="A2" s="3"><v>46113</v></c>');
    expect(sheet).not.toContain('<f');
    const csv = (await whole(csvStream(content()))).toString('utf8').split('\r\n');
    expect(csv[1]).toBe('2026-04-01,2026-04-01 00:30,2026-03-31,12');
  });

  it('is a .csv with a byte order mark and quoted where it must be', async () => {
    const csv = await whole(
      csvStream(table(counted([[{ ...line(1), name: '甲,乙\n"丙"' }]]).parts)),
    );
    expect(csv.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(csv.toString('utf8').slice(1)).toBe(
      '姓名,证件号码,人数\r\n"甲,乙\n""丙""",450803199003070029,1\r\n',
    );
  });

  it.each([csvStream<Line>, xlsxStream<Line>])(
    'asks for no part before its reader has taken what was there (%#)',
    async (make) => {
      const many = Array.from({ length: 50 }, () => Array.from({ length: 500 }, (_, n) => line(n)));
      const { asked, parts } = counted(many);
      const reader = make(table(parts)).getReader();
      while (asked.parts === 0) await reader.read();
      await new Promise((done) => setImmediate(done));
      const taken = asked.parts;
      expect(taken).toBeLessThan(50);
      await reader.cancel();
      expect(asked).toEqual({ parts: taken, ended: true });
    },
  );

  it('breaks where a part cannot be read, instead of ending as if it were whole', async () => {
    async function* broken() {
      yield [line(1)];
      throw new Error('the connection is gone');
    }
    await expect(whole(csvStream(table(broken())))).rejects.toThrow('the connection is gone');
    await expect(whole(xlsxStream(table(broken())))).rejects.toThrow('the connection is gone');
  });
});
