import { deflateRawSync } from 'node:zlib';

interface Entry {
  name: string;
  data: Buffer;
  /** What the directory claims, when it lies. */
  says?: number;
}

/** A zip as somebody with bad intentions writes it. */
export function zip(entries: readonly Entry[]): Buffer {
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

interface Given {
  says?: number;
  before?: string;
  columns?: string;
  /** Rows of a second sheet, beside which the first is hidden. */
  shownSheet?: string;
}

const sheetOf = (rows: string, columns = '') =>
  `<worksheet xmlns="${main}">${columns}<sheetData>${rows}</sheetData></worksheet>`;

/** A workbook of one sheet with these rows inside. */
export const workbook = (rows: string, { says, before = '', columns, shownSheet }: Given = {}) =>
  zip([
    {
      name: 'xl/workbook.xml',
      data: Buffer.from(
        `<workbook xmlns="${main}" xmlns:r="${kind}"><sheets><sheet name="s" sheetId="1"${shownSheet ? ' state="hidden"' : ''} r:id="rId1"/>${shownSheet ? '<sheet name="t" sheetId="2" r:id="rId2"/>' : ''}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: Buffer.from(
        `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${kind}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${kind}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: Buffer.from(before + sheetOf(rows, columns)),
      says,
    },
    { name: 'xl/worksheets/sheet2.xml', data: Buffer.from(sheetOf(shownSheet ?? '')) },
  ]);

/** One cell of text at its place, such as A1. */
export const cell = (at: string, text: string) =>
  `<row r="${at.replace(/\D/g, '')}"><c r="${at}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
