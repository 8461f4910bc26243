import 'server-only';
import readXlsx from 'read-excel-file/node';

export type TableRefusal = 'empty' | 'too_large' | 'not_a_table' | 'too_many_rows';

export type TableResult = { ok: true; rows: string[][] } | { ok: false; reason: TableRefusal };

interface Limits {
  /** Bytes of the file as it was sent. */
  readonly maxBytes: number;
  readonly maxRows: number;
}

/** What is said beside the field. */
export const tableMessages: Record<TableRefusal, string> = {
  empty: '文件是空的，请选填好的表格',
  too_large: '文件太大，请只留姓名和手机号两栏',
  not_a_table: '认不出这个文件，请选 .xlsx 或 .csv 表格，或直接粘贴名单',
  too_many_rows: '行数太多，请分几次提交',
};

// An .xlsx is a zip; unpacked it may not grow beyond this many times the limit, or it is a bomb.
const MOST_UNPACKED = 30;
const CENTRAL_ENTRY = 0x02014b50;

/** Sum of the unpacked sizes that the archive's directory states, or null when there is none. */
function unpackedSize(file: Buffer): number | null {
  let sum = 0;
  let entries = 0;
  for (let at = file.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; ) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL_ENTRY) break;
    sum += file.readUInt32LE(at + 24);
    entries += 1;
    const next = at + 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30);
    at = file.indexOf('PK\x01\x02', next, 'latin1');
  }
  return entries === 0 ? null : sum;
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' ? cell.toFixed(0) : String(cell);
};

/** Excel in China saves CSV as GBK; whatever is not valid UTF-8 is read as that. */
function decode(file: Buffer): string | null {
  if (file.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030').decode(file);
  }
}

/** Rows of pasted text: one a line, cells parted by tab, comma or semicolon, else by spaces. */
export function rowsOfText(text: string): string[][] {
  return text.split(/\r\n|\r|\n/).map((line) => {
    const parted = /[\t,，;；]/.test(line) ? line.split(/[\t,，;；]/) : line.split(/\s+(?=[+\d])/);
    return parted.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  });
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

/**
 * The first sheet of an .xlsx, or a .csv in UTF-8 or GBK, as text cells; trailing blank rows are left
 * out, inner ones stay so that row numbers are those the person sees. Nothing is executed or resolved.
 */
export async function readTable(file: Buffer, limits: Limits): Promise<TableResult> {
  if (file.length === 0) return { ok: false, reason: 'empty' };
  if (file.length > limits.maxBytes) return { ok: false, reason: 'too_large' };
  const rows = await rowsOf(file, limits);
  if (rows === null) return { ok: false, reason: 'not_a_table' };
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  if (rows.length === 0) return { ok: false, reason: 'empty' };
  if (rows.length > limits.maxRows) return { ok: false, reason: 'too_many_rows' };
  return { ok: true, rows };
}

async function rowsOf(file: Buffer, limits: Limits): Promise<string[][] | null> {
  if (file.subarray(0, 2).toString('latin1') !== 'PK') {
    const text = decode(file);
    return text === null ? null : rowsOfText(text);
  }
  const unpacked = unpackedSize(file);
  if (unpacked === null || unpacked > limits.maxBytes * MOST_UNPACKED) return null;
  try {
    const [sheet] = await readXlsx(file);
    return (sheet?.data ?? []).map((row) => row.map(cellText));
  } catch {
    // A zip that is no workbook, or a broken one: the same answer either way.
    return null;
  }
}
