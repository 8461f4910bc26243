import type { CellAt } from '@/lib/documents/table-file';
import type { BookColumns } from './columns';
import { type BookWords, type MemberLine, readMemberLine } from './member-line';

/** A line, and the row of the file that has the same document or phone before it. */
export interface FoundLine {
  readonly line: MemberLine;
  readonly sameDocument: number | null;
  readonly samePhone: number | null;
}

interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly inexact: readonly CellAt[];
  /** Counted from 1, as the spreadsheet does. */
  readonly headingRow: number;
}

/**
 * Every filled row below the headings, in the order of the file. Of two rows with one document the first
 * counts; a row that cannot be written claims neither a document nor a phone.
 */
export function readMemberLines(
  { rows, inexact, headingRow }: Sheet,
  columns: BookColumns,
  words: BookWords,
): FoundLine[] {
  const fields = Object.entries(columns);
  const lost = new Set(inexact.map(([row, column]) => `${row}:${column}`));
  const documents = new Map<string, number>();
  const phones = new Map<string, number>();
  const found: FoundLine[] = [];
  for (const [at, row] of rows.entries()) {
    if (at < headingRow) continue;
    const cells = Object.fromEntries(fields.map(([key, column]) => [key, row[column] ?? '']));
    if (Object.values(cells).every((cell) => cell.trim() === '')) continue;
    const inexactDocument = lost.has(`${at}:${columns.idNumber}`);
    const line = readMemberLine(at + 1, cells, words, inexactDocument);
    const document = `${line.idType}|${line.idNumber}`;
    const fine = line.problems.length === 0;
    const sameDocument = fine ? (documents.get(document) ?? null) : null;
    const samePhone =
      fine && sameDocument === null && line.phone !== '' ? (phones.get(line.phone) ?? null) : null;
    found.push({ line, sameDocument, samePhone });
    if (!fine || sameDocument !== null) continue;
    documents.set(document, line.rowNo);
    if (line.phone !== '' && samePhone === null) phones.set(line.phone, line.rowNo);
  }
  return found;
}
