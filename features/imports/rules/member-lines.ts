import { type BookSheet, type FoundRow, filledRows } from './book-row';
import type { BookColumns } from './columns';
import { type BookWords, type MemberLine, readMemberLine } from './member-line';

/** A line, and the row of the file that has the same document or phone before it. */
export interface FoundLine extends FoundRow {
  readonly line: MemberLine;
  readonly sameDocument: number | null;
  readonly samePhone: number | null;
}

/**
 * Every filled row below the headings, in the order of the file. Of two rows with one document the first
 * counts; a row that cannot be written claims neither a document nor a phone.
 */
export function readMemberLines(
  sheet: BookSheet,
  columns: BookColumns,
  words: BookWords,
): FoundLine[] {
  const lost = new Set(sheet.inexact.map(([row, column]) => `${row}:${column}`));
  const documents = new Map<string, number>();
  const phones = new Map<string, number>();
  const found: FoundLine[] = [];
  for (const { rowNo, cells } of filledRows(sheet, columns)) {
    const inexactDocument = lost.has(`${rowNo - 1}:${columns.idNumber}`);
    const line = readMemberLine(rowNo, cells, words, inexactDocument);
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
