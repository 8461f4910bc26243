import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { escapeFormula, type SheetColumn } from './spreadsheet';

/** A table that is made while it is read: rows come in parts, and only one part is in memory at a time. */
export interface TableContent<Row> {
  readonly sheet: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly parts: AsyncIterable<readonly Row[]>;
  /** Lines below the rows, in the first column. */
  readonly notes: readonly string[];
}

type Give = (bytes: Uint8Array) => void;
interface Writer<Row> {
  begin(give: Give): void;
  part(rows: readonly Row[], give: Give): void;
  end(notes: readonly string[], give: Give): void;
}

/** A part is asked for when the reader has taken the one before: a slow line makes nothing pile up. */
function streamOf<Row>({ parts, notes }: TableContent<Row>, writer: Writer<Row>) {
  const source = parts[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => writer.begin((bytes) => controller.enqueue(bytes)),
      async pull(controller) {
        let given = 0;
        const give: Give = (bytes) => {
          given += bytes.length;
          controller.enqueue(bytes);
        };
        // What is packed may wait for more: nobody asks again where nothing was given.
        while (given === 0) {
          const { done, value } = await source.next();
          if (!done) writer.part(value, give);
          else {
            writer.end(notes, give);
            return controller.close();
          }
        }
      },
      async cancel() {
        await source.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}

const quoted = (value: string | number | null): string => {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : escapeFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const csvLine = (cells: readonly (string | number | null)[]) =>
  `${cells.map(quoted).join(',')}\r\n`;

/**
 * The table as .csv (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheet programs take Chinese for
 * another script. No cell begins a formula.
 */
export function csvStream<Row>(content: TableContent<Row>): ReadableStream<Uint8Array> {
  const { columns } = content;
  const lines = (rows: readonly (readonly (string | number | null)[])[]) =>
    strToU8(rows.map(csvLine).join(''));
  return streamOf(content, {
    begin: (give) => give(strToU8(`\uFEFF${csvLine(columns.map(({ header }) => header))}`)),
    part: (rows, give) =>
      give(lines(rows.map((row) => columns.map((column) => column.value(row))))),
    end: (notes, give) => give(lines(notes.map((note) => [note]))),
  });
}

const xml = (text: string) =>
  escapeFormula(text)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? '');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What surrounds the one sheet of a workbook (ECMA-376); style 1 is text, style 2 bold text. */
const frame = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${xml(sheet.replace(/[\\/?*[\]:"]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
});

/** A, B … Z, AA: the name of a column, from 0. */
const letters = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));

function cellXml(value: string | number | null, name: string, style: 1 | 2): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${name}"><v>${value}</v></c>`;
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
}
const rowXml = (cells: readonly (string | number | null)[], row: number, style: 1 | 2 = 1) =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(cell, `${letters(at)}${row}`, style)).join('')}</row>`;

/**
 * The table as .xlsx with one sheet: a bold first row that stays in view, then the rows, every text as text, so that
 * an 18-digit number stays whole. Packed while it is made (ADR 0047).
 */
export function xlsxStream<Row>(content: TableContent<Row>): ReadableStream<Uint8Array> {
  const { sheet, columns } = content;
  let give: Give = () => undefined;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    give(bytes);
  });
  const body = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 4 });
  const write = (text: string, last = false) => body.push(strToU8(text), last);
  let row = 1;
  return streamOf(content, {
    begin(to) {
      give = to;
      for (const [name, text] of Object.entries(frame(sheet))) {
        const part = new ZipPassThrough(name);
        zip.add(part);
        part.push(strToU8(text), true);
      }
      zip.add(body);
      const widths = columns.map(
        ({ width = 16 }, at) =>
          `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
      );
      const view = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
      write(
        `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${view}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
      );
      write(
        rowXml(
          columns.map(({ header }) => header),
          row++,
          2,
        ),
      );
    },
    part(rows, to) {
      give = to;
      write(
        rows
          .map((each) =>
            rowXml(
              columns.map((c) => c.value(each)),
              row++,
            ),
          )
          .join(''),
      );
    },
    end(notes, to) {
      give = to;
      write(`${notes.map((note) => rowXml([note], row++)).join('')}</sheetData></worksheet>`, true);
      zip.end();
    },
  });
}
