import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { spreadsheet } from './spreadsheet';
import { readTable, rowsOfText } from './table-file';

const limits = { maxBytes: 900_000, maxRows: 5_000 };

interface Entry {
  name: string;
  data: Buffer;
  /** What the directory claims, when it lies. */
  says?: number;
}

/** A zip as somebody with bad intentions writes it. */
function zip(entries: readonly Entry[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, says = data.length } of entries) {
    const packed = deflateRawSync(data, { level: 9 });
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(says, 18);
    sizes.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), sizes, Buffer.from(name), packed]);
    const listed = Buffer.alloc(46);
    listed.write('PK\x01\x02', 0, 'latin1');
    sizes.copy(listed, 6);
    listed.writeUInt32LE(offset, 42);
    body.push(local);
    directory.push(listed, Buffer.from(name));
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, list, end]);
}

const types = 'http://schemas.openxmlformats.org';
const main = `${types}/spreadsheetml/2006/main`;
const rels = `${types}/package/2006/relationships`;
const kind = `${types}/officeDocument/2006/relationships`;

/** A workbook of one sheet with this inside. */
const workbook = (rows: string, { says, before = '' }: { says?: number; before?: string } = {}) =>
  zip([
    {
      name: 'xl/workbook.xml',
      data: Buffer.from(
        `<workbook xmlns="${main}" xmlns:r="${kind}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: Buffer.from(
        `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${kind}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: Buffer.from(
        `${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      ),
      says,
    },
  ]);

const cell = (at: string, text: string) =>
  `<row r="${at.replace(/\D/g, '')}"><c r="${at}" t="inlineStr"><is><t>${text}</t></is></c></row>`;

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
