import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

export type TableRefusal = 'empty' | 'too_large' | 'not_a_table' | 'too_many_rows' | 'broken';

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
  broken: '文件过大或已损坏，没有读入任何数据。请另存为 .xlsx 或 .csv，或直接粘贴名单',
};

// An .xlsx is a zip; unpacked it may not grow beyond this many times the limit, or it is a bomb.
const MOST_UNPACKED = 30;
/** What one workbook may cost: memory of its thread, and time (trust.md N22). */
const MOST_MEGABYTES = 256;
const MOST_MS = 10_000;

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
    // Spaces are made one first: looking ahead from each of many thousands would take minutes.
    const parted = /[\t,，;；]/.test(line)
      ? line.split(/[\t,，;；]/)
      : line.replace(/\s+/g, ' ').split(/ (?=[+\d])/);
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
  const rows = isZip(file) ? await rowsOfWorkbook(file, limits) : rowsOfFile(file);
  if (!Array.isArray(rows)) return { ok: false, reason: rows };
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  if (rows.length === 0) return { ok: false, reason: 'empty' };
  if (rows.length > limits.maxRows) return { ok: false, reason: 'too_many_rows' };
  return { ok: true, rows };
}

const isZip = (file: Buffer) => file.subarray(0, 2).toString('latin1') === 'PK';

function rowsOfFile(file: Buffer): string[][] | TableRefusal {
  const text = decode(file);
  return text === null ? 'not_a_table' : rowsOfText(text);
}

// Not part of the build: a thread starts from a file.
const reader = () => path.join(process.cwd(), 'scripts', 'server', 'read-sheet.mjs');

/**
 * Reads a workbook in a thread that may be lost: one cell at the far end of a sheet, or a million empty
 * rows, fit into a few kilobytes and would take this process with them.
 */
function rowsOfWorkbook(file: Buffer, limits: Limits): Promise<string[][] | TableRefusal> {
  const most = limits.maxBytes * MOST_UNPACKED;
  const thread = new Worker(reader(), {
    // One row more than allowed, so that too many are noticed.
    workerData: { file, most, mostRows: limits.maxRows + 1 },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve('broken'), MOST_MS);
    thread.once('message', (rows: string[][] | null) => resolve(rows ?? 'not_a_table'));
    thread.once('error', () => resolve('broken'));
    thread.once('exit', () => resolve('broken'));
    thread.once('exit', () => clearTimeout(late));
  }).finally(() => thread.terminate()) as Promise<string[][] | TableRefusal>;
}
