import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { decodeText } from './decode-text';
import { rowsOfCsv } from './delimited';

type TableReason =
  | 'empty'
  | 'too_large'
  | 'not_a_table'
  | 'too_many_rows'
  | 'broken'
  | 'too_many_columns'
  | 'password'
  | 'macros'
  | 'unreadable'
  | 'open_quote';

/** Why nothing was read, and in which line where one is to blame. */
export interface TableRefusal {
  readonly reason: TableReason;
  readonly line?: number;
}

/** What the author of a workbook had hidden, which is not read. */
export interface Hidden {
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
}

/** A cell by its row and column, both from 0. */
export type CellAt = readonly [row: number, column: number];

export type TableResult =
  | {
      ok: true;
      rows: string[][];
      hidden: Hidden;
      /** Numbers of more digits than a spreadsheet counts: from the sixteenth on they are lost. */
      inexact?: readonly CellAt[];
    }
  | ({ ok: false } & TableRefusal);

interface Limits {
  /** Bytes of the file as it was sent. */
  readonly maxBytes: number;
  readonly maxRows: number;
  /** Of the widest row; any number when left out. */
  readonly maxColumns?: number;
  /** Every cell of a merged one has its value, instead of the first alone. */
  readonly fillMerged?: boolean;
}

const messages: Record<Exclude<TableReason, 'unreadable' | 'open_quote'>, string> = {
  empty: '文件是空的，请选填好的表格',
  too_large: '文件太大，请只留姓名和手机号两栏',
  not_a_table: '认不出这个文件，请选 .xlsx 或 .csv 表格，或直接粘贴名单',
  too_many_rows: '行数太多，请分几次提交',
  too_many_columns: '栏数太多，请删去用不到的栏再传',
  password: '文件设了密码，没有读入任何数据。请取消密码、另存为 .xlsx 再传',
  macros: '文件里有宏，没有读入任何数据。请另存为不带宏的 .xlsx 再传',
  broken: '文件过大或已损坏，没有读入任何数据。请另存为 .xlsx 或 .csv，或直接粘贴名单',
};

/**
 * What is said beside the field of a table that could not be read, with the line where it is known.
 */
export function tableWords({ reason, line }: TableRefusal): string {
  if (reason === 'unreadable') {
    return `第 ${line ?? 1} 行有乱码，没有读入任何数据。请用表格软件另存为 .xlsx 再传`;
  }
  if (reason === 'open_quote')
    return `第 ${line ?? 1} 行的引号没有结束，请补上引号或另存为 .xlsx 再传`;
  return messages[reason];
}

// An .xlsx is a zip; unpacked it may not grow beyond this many times the limit, or it is a bomb.
const MOST_UNPACKED = 30;
/** What one workbook may cost: memory of its thread, and time (N22). */
const MOST_MEGABYTES = 256;
const MOST_MS = 10_000;

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

/**
 * The first visible sheet of an .xlsx, or a .csv, as text cells without what is hidden; trailing blank
 * rows are left out, inner ones stay, and hidden ones are blank, so that row numbers are those the
 * person sees. Nothing is executed or resolved.
 */
export async function readTable(file: Buffer, limits: Limits): Promise<TableResult> {
  if (file.length === 0) return { ok: false, reason: 'empty' };
  if (file.length > limits.maxBytes) return { ok: false, reason: 'too_large' };
  const read = isZip(file) ? await rowsOfWorkbook(file, limits) : rowsOfFile(file);
  if ('reason' in read) return { ok: false, ...read };
  const { rows, hidden, inexact = [] } = read;
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  if (rows.length === 0) return { ok: false, reason: 'empty' };
  if (rows.length > limits.maxRows) return { ok: false, reason: 'too_many_rows' };
  const widest = rows.reduce((most, row) => Math.max(most, filledWidth(row)), 0);
  if (widest > (limits.maxColumns ?? widest)) return { ok: false, reason: 'too_many_columns' };
  return { ok: true, rows, hidden, ...(inexact.length > 0 && { inexact }) };
}

interface Read {
  rows: string[][];
  hidden: Hidden;
  inexact?: CellAt[];
}

const filledWidth = (row: readonly string[]) => row.findLastIndex((cell) => cell.trim() !== '') + 1;
const isZip = (file: Buffer) => file.subarray(0, 2).toString('latin1') === 'PK';
/** The container of an encrypted workbook; the old .xls lies in one too. */
const isLocked = (file: Buffer) =>
  file.readUInt32BE(0) === 0xd0cf11e0 && file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
/** Names in a zip are not packed. */
const hasMacros = (file: Buffer) => file.includes('vbaProject.bin');
const nothingHidden: Hidden = { rows: 0, columns: 0, sheets: 0 };

function rowsOfFile(file: Buffer): Read | TableRefusal {
  if (file.length > 8 && isLocked(file)) return { reason: 'password' };
  const decoded = decodeText(file);
  if (!decoded.ok) {
    return decoded.line === null
      ? { reason: 'not_a_table' }
      : { reason: 'unreadable', line: decoded.line };
  }
  const rows = rowsOfCsv(decoded.text);
  return Array.isArray(rows)
    ? { rows, hidden: nothingHidden }
    : { reason: 'open_quote', line: rows.openAt + 1 };
}

// Not part of the build: a thread starts from a file.
const reader = () => path.join(process.cwd(), 'scripts', 'server', 'read-sheet.mjs');

/**
 * Reads a workbook in a thread that may be lost: one cell at the far end of a sheet, or a million empty
 * rows, fit into a few kilobytes and would take this process with them.
 */
async function rowsOfWorkbook(file: Buffer, limits: Limits): Promise<Read | TableRefusal> {
  if (hasMacros(file)) return { reason: 'macros' };
  const most = limits.maxBytes * MOST_UNPACKED;
  const thread = new Worker(reader(), {
    // One row more than allowed, so that too many are noticed.
    workerData: {
      file,
      most,
      mostRows: limits.maxRows + 1,
      fillMerged: limits.fillMerged === true,
    },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ reason: 'broken' }), MOST_MS);
    thread.once('message', (read: Read | TableRefusal | null) =>
      resolve(read ?? { reason: 'not_a_table' }),
    );
    thread.once('error', () => resolve({ reason: 'broken' }));
    thread.once('exit', () => resolve({ reason: 'broken' }));
    thread.once('exit', () => clearTimeout(late));
  }).finally(() => thread.terminate()) as Promise<Read | TableRefusal>;
}
