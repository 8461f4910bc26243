import 'server-only';
import writeXlsx, { type Cell } from 'write-excel-file/node';

export interface SheetColumn<Row> {
  header: string;
  /** In characters; Chinese ones count twice. */
  width?: number;
  value: (row: Row) => string | number | null;
}

export interface SheetContent<Row> {
  sheet: string;
  columns: readonly SheetColumn<Row>[];
  rows: readonly Row[];
}

// What spreadsheet programs take for the start of a formula, half- and full-width.
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that stays text, also after someone saves the sheet as CSV and opens that (ASVS, CSV injection). */
export function escapeFormula(text: string): string {
  const plain = text.replace(/\p{Cs}|(?![\t\n\r])\p{Cc}/gu, '');
  return FORMULA_START.test(plain) ? `'${plain}` : plain;
}

// Every text cell carries the text format, or the program turns an 18-digit number into 1.1E+17.
function cellOf(value: string | number | null): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { type: Number, value };
  return { type: String, value: escapeFormula(value), format: '@' };
}

/** An .xlsx file with one sheet: a bold first row that stays in view, then the rows. */
export async function spreadsheet<Row>(content: SheetContent<Row>): Promise<Buffer> {
  const { sheet, columns, rows } = content;
  const header = columns.map(
    (column): Cell => ({
      type: String,
      value: escapeFormula(column.header),
      format: '@',
      fontWeight: 'bold',
    }),
  );
  const body = rows.map((row) => columns.map((column) => cellOf(column.value(row))));
  return writeXlsx([header, ...body], {
    sheet: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: column.width ?? 16 })),
  }).toBuffer();
}
