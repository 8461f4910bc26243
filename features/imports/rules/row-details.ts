import type { FieldChange, FoundRow, ImportChoice, ImportKind } from './book-row';

/** What is stored, sealed, of a row: the line of the file and what the review says about it. */
export interface RowDetails {
  readonly name: string;
  /** The masked document; of an employer or a union its code. */
  readonly number: string;
  readonly choices: readonly ImportChoice[];
  readonly changes: readonly FieldChange[];
  readonly words: readonly string[];
  /** Null for who is in the books and not in the file. */
  readonly found: FoundRow | null;
  /** How it stood what it changed. */
  readonly before?: unknown;
  /** The person, the employer or the union in the books, where the row is about what is not in the file. */
  readonly subjectId?: string;
}

/** One line of the list that a review shows and a writing answers with. */
export interface ReviewLine {
  readonly rowNo: number | null;
  readonly kind: ImportKind;
  readonly choice: ImportChoice;
  readonly details: RowDetails;
}

/** The list as text, a row a line: what the review shows and what was written are compared by it. */
export const reviewText = (lines: readonly ReviewLine[]): string =>
  lines
    .map(({ rowNo, kind, choice, details: { name, number, changes, words } }) =>
      [
        rowNo ?? '',
        kind,
        choice,
        name,
        number,
        changes.map(({ label, before, after }) => `${label} ${before}→${after}`).join('；'),
        words.join('；'),
      ].join('\t'),
    )
    .join('\n');
