import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { sheetSerial, type TableValue, wallClockText } from './cell-values';
import { escapeFormula } from './spreadsheet';

/** A column of a table that is made while it is read. */
export interface TableColumn<Row> {
  readonly header: string;
  /** In characters; Chinese ones count twice. */
  readonly width?: number;
  readonly value: (row: Row) => TableValue;
}

/** A table that is made while it is read: rows come in parts, and only one part is in memory at a time. */
export interface TableContent<Row> {
  readonly sheet: string;
  readonly columns: readonly TableColumn<Row>[];
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

const plain = (value: string | number | Date | { day: string }): string => {
  if (typeof value === 'string') return escapeFormula(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return value instanceof Date ? wallClockText(value) : escapeFormula(value.day);
};
const quoted = (value: TableValue): string => {
  if (value === null) return '';
  const text = plain(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const csvLine = (cells: readonly TableValue[]) => `${cells.map(quoted).join(',')}\r\n`;

/**
 * The table as .csv (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheet programs take Chinese for
 * another script. Days are written 2026-06-17, instants 2026-06-17 18:00 by the clock of Shanghai. No cell begins a formula.
 */
export function csvStream<Row>(content: TableContent<Row>): ReadableStream<Uint8Array> {
  const { columns } = content;
  const lines = (rows: readonly (readonly TableValue[])[]) => strToU8(rows.map(csvLine).join(''));
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

/** The formats of cells, by their place in `cellXfs` below. */
const STYLE = { text: 1, head: 2, day: 3, instant: 4 } as const;
type Style = (typeof STYLE)['text' | 'head'];

/** What surrounds the one sheet of a workbook (ECMA-376). */
const frame = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${xml(sheet.replace(/[\\/?*[\]:"]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

/** A, B … Z, AA: the name of a column, from 0. */
const letters = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));

function cellXml(value: TableValue, name: string, style: Style): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number')
    return Number.isFinite(value) ? `<c r="${name}"><v>${value}</v></c>` : '';
  if (typeof value === 'object') {
    const serial = sheetSerial(value);
    const kind = value instanceof Date ? STYLE.instant : STYLE.day;
    return serial === null
      ? cellXml(value instanceof Date ? wallClockText(value) : value.day, name, style)
      : `<c r="${name}" s="${kind}"><v>${serial}</v></c>`;
  }
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
}
const rowXml = (cells: readonly TableValue[], row: number, style: Style = STYLE.text) =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(cell, `${letters(at)}${row}`, style)).join('')}</row>`;

/**
 * The table as .xlsx with one sheet: a bold first row that stays in view, then the rows, every text as text, so that
 * an 18-digit number stays whole, days and instants as dates that can be sorted and counted with, numbers as numbers.
 * Packed while it is made (ADR 0047).
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
          STYLE.head,
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
