import { firstOf, legible, problemOf, withoutHidden } from '@/lib/characters';
import { phoneMessages } from '@/lib/cn-id/messages';
import { parsePhone } from '@/lib/cn-id/phone';
import { parsePersonName, personNameMessages } from '@/lib/person-name';
import type { DraftRow } from '../schema/unit-list';
import { type Columns, findHeadings, guessColumns } from './unit-columns';

const MOST_SHOWN = 60;

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
    outcome: null,
    said: '',
  };
}

/** One person once; for children, once per child: two of a family are two lines. */
const rowKey = (row: Pick<DraftRow, 'phone' | 'child'>): string => `${row.phone}|${row.child}`;

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
  const found: DraftRow[] = [];
  const seen = new Map<string, number>();
  rows.forEach((given, at) => {
    if (at < first || isBlank(given)) return;
    const row = headed ? given : apart(given);
    const read = readRow(row, at + 1, headed?.columns ?? guessColumns(row));
    const before = seen.get(rowKey(read));
    if (read.words === '' && before !== undefined) {
      found.push({ ...read, words: `和第 ${before} 行重复` });
      return;
    }
    if (read.words === '') seen.set(rowKey(read), read.rowNo);
    found.push(read);
  });
  return found;
}

const quoted = (cell: string) =>
  /[,，;；\t"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

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
