import { firstOf, legible, problemOf, withoutHidden } from '@/lib/characters';
import { phoneMessages } from '@/lib/china/id/messages';
import { parsePhone } from '@/lib/china/id/phone';
import { parsePersonName, personNameMessages } from '@/lib/china/person-name';
import { rowsOfText } from '@/lib/documents/delimited';
import type { DraftRow } from '../schema/unit-list';
import { type Columns, findHeadings, guessColumns } from './unit-columns';

const MOST_SHOWN = 60;

/** How many characters one line may have in its field. */
export const MOST_LINE = 200;

/** 接龙 and tables number their lines inside the cell; no name begins with a figure. */
const NUMBERING = /^\s*\d{1,4}[\s.．、,，)）:：]*(?=\p{L})/u;
const isNumbered = (row: readonly string[]) => row.some((cell) => NUMBERING.test(cell));

/** “1. 张三13900000001” in one cell is two. */
function apart(row: readonly string[]): readonly string[] {
  const filled = row.filter((cell) => cell.trim() !== '');
  const glued = filled.length === 1 && /^(.*?\p{L}.*?)\s*(1[3-9]\d{9})\s*$/u.exec(filled[0] ?? '');
  return glued ? [glued[1] ?? '', glued[2] ?? ''] : row;
}

/** The phone of a cell that may hold a second number or a word beside it. */
function phoneOf(cell: string) {
  const whole = parsePhone(cell);
  const mobiles = cell.match(/1[3-9]\d{9}/g) ?? [];
  const one =
    mobiles.length === 1 && cell.replace(/1[3-9]\d{9}/, '').replace(/\D/g, '').length < 13;
  return whole.ok || !one ? whole : parsePhone(mobiles[0] ?? '');
}

function nameOf(typed: string, whose: string) {
  const invisible = problemOf(typed) === 'invisible';
  const name = parsePersonName((invisible ? withoutHidden(typed) : typed).replace(NUMBERING, ''));
  return name.ok
    ? { text: name.normalised, words: '' }
    : {
        text: firstOf(legible(typed), MOST_SHOWN),
        words: `${whose}${personNameMessages[name.reason]}`,
      };
}

function readRow(row: readonly string[], rowNo: number, columns: Columns): DraftRow {
  const cellOf = (at: number, most: number) => (row[at] ?? '').slice(0, most);
  const typedPhone = cellOf(columns.phone, MOST_SHOWN);
  const phone = phoneOf(typedPhone);
  const typedChild = cellOf(columns.child, MOST_SHOWN * 4);
  const child = typedChild.trim() === '' ? { text: '', words: '' } : nameOf(typedChild, '孩子');
  // A table of pupils without a column for the parents: phone and child say who it is.
  const name =
    columns.name < 0 && child.text !== ''
      ? { text: '', words: '' }
      : nameOf(cellOf(columns.name, MOST_SHOWN * 4), '');
  const words = [name.words, child.words, phone.ok ? '' : phoneMessages[phone.reason]];
  return {
    rowNo,
    name: name.text,
    phone: phone.ok ? phone.normalised : firstOf(legible(typedPhone), MOST_SHOWN),
    child: child.text,
    words: words.filter(Boolean).join('；'),
    typed: '',
    outcome: null,
    said: '',
  };
}

const quoted = (cell: string) =>
  /[,，;；\t"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const oneLine = (cells: readonly string[]) =>
  firstOf(legible(cells.map(quoted).join('，')), MOST_LINE);

/** One person once; for children, once per child: two of a family are two lines. */
const rowKey = (row: Pick<DraftRow, 'phone' | 'child'>): string => `${row.phone}|${row.child}`;

const REPEATED = /^和第 \d+ 行重复$/;

/** The second line of the same person says where the first stands; found anew over all lines. */
function withRepeats(rows: readonly DraftRow[]): DraftRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const words = REPEATED.test(row.words) ? '' : row.words;
    const before = words === '' ? seen.get(rowKey(row)) : undefined;
    if (words === '' && before === undefined) seen.set(rowKey(row), row.rowNo);
    return { ...row, words: before === undefined ? words : `和第 ${before} 行重复` };
  });
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');
const hasNumber = (row: readonly string[]) => row.some((cell) => /\d{7}/.test(cell));

/** The first line that is a person: below the headings, or below the title of a numbered list. */
function firstPerson(rows: readonly (readonly string[])[], headingsAt: number | undefined): number {
  if (headingsAt !== undefined) return headingsAt + 1;
  const numbered = rows.findIndex(isNumbered);
  return numbered > 0 && !rows.slice(0, numbered).some(hasNumber) ? numbered : 0;
}

/**
 * Reads the rows of a table or of pasted text: with headings (姓名, 手机号, 孩子姓名 and what else they
 * are called) or without, blank lines skipped, numbers as the person sees them. A line with a mistake
 * stays, with what to correct; the second line of the same person says where the first stands.
 * @param forChildren the line names a child too, otherwise a column of pupils is that of the workers
 */
export function readUnitRows(
  rows: readonly (readonly string[])[],
  forChildren: boolean,
): DraftRow[] {
  const headed = findHeadings(rows, forChildren);
  const first = firstPerson(rows, headed?.at);
  const found = rows.flatMap((given, at) => {
    if (at < first || isBlank(given)) return [];
    if (headed) return [readRow(given, at + 1, headed.columns)];
    const row = apart(given);
    const read = readRow(row, at + 1, guessColumns(row));
    return [read.words === '' ? read : { ...read, typed: oneLine(given) }];
  });
  return withRepeats(found);
}

/** The lines as they can be corrected and pasted again: what `readUnitRows` reads to the same rows. */
export function linesAgain(rows: readonly DraftRow[], forChildren: boolean): string {
  const unnamed = rows.length > 0 && rows.every((row) => row.name === '');
  const cellsOf = (row: DraftRow) => [
    ...(unnamed ? [] : [row.name]),
    row.phone,
    ...(forChildren ? [row.child] : []),
  ];
  const heads = [...(unnamed ? [] : ['姓名']), '手机号', ...(forChildren ? ['孩子姓名'] : [])];
  const lines = rows.map((row) => cellsOf(row).map(quoted).join('，'));
  return [...(forChildren ? [heads.join('，')] : []), ...lines].join('\n');
}

const cellsOf = ({ name, phone, child }: DraftRow, forChildren: boolean) => [
  ...(forChildren && name === '' && child !== '' ? [] : [name]),
  phone,
  ...(forChildren ? [child] : []),
];

/** A line as it stands in its own field: as it was pasted or typed there, else what was read of it. */
export const unitLineOf = (row: DraftRow, forChildren: boolean): string =>
  row.typed || oneLine(cellsOf(row, forChildren));

/** A line typed into its field: in the order it was shown, or in any that holds a phone. */
function readLine(typed: string, rowNo: number, forChildren: boolean): DraftRow {
  const cells = apart(rowsOfText(typed)[0] ?? []);
  const guessed = guessColumns(cells);
  const shown = { name: 0, phone: 1, child: forChildren ? 2 : -1 };
  const inOrder = guessed.phone < 0 && cells.length === (forChildren ? 3 : 2);
  return { ...readRow(cells, rowNo, inOrder ? shown : guessed), typed };
}

/**
 * The rows with some lines typed anew: these are read alone, then all are looked through together for
 * the same person twice. A line left as it was shown stays as it was; one emptied is gone.
 * @param typed the text of the fields by row number
 */
export function correctRows(
  rows: readonly DraftRow[],
  typed: ReadonlyMap<number, string>,
  forChildren: boolean,
): DraftRow[] {
  const corrected = rows.flatMap((row) => {
    const text = typed.get(row.rowNo);
    if (text === undefined || text === unitLineOf(row, forChildren)) return [row];
    return text === '' ? [] : [readLine(text, row.rowNo, forChildren)];
  });
  return withRepeats(corrected);
}

/** Lines in which an invisible mark was taken out, for the page to say. */
export const cleanedLines = (rows: readonly (readonly string[])[]): number =>
  rows.filter((row) => row.some((cell) => problemOf(cell) === 'invisible')).length;

/** What makes two lists the same: who stands in them, in whatever order. */
export const listContent = (rows: readonly DraftRow[]): string =>
  rows
    .filter((row) => row.words === '')
    .map((row) => `${row.phone}|${row.name}|${row.child}`)
    .sort()
    .join('\n');
