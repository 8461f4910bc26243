import type { FieldChange, ImportChoice, ImportKind } from './decide-member';
import type { FoundLine } from './member-lines';

/** What is stored, sealed, of a row: the line of the file and what the review says about it. */
export interface RowDetails {
  readonly name: string;
  readonly idMasked: string;
  readonly choices: readonly ImportChoice[];
  readonly changes: readonly FieldChange[];
  readonly words: readonly string[];
  /** Null for who is in the books and not in the file. */
  readonly found: FoundLine | null;
  /** How a member stood whom it changed. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** The person in the books, where the row is about one of them. */
  readonly personId?: string;
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
    .map(({ rowNo, kind, choice, details: { name, idMasked, changes, words } }) =>
      [
        rowNo ?? '',
        kind,
        choice,
        name,
        idMasked,
        changes.map(({ label, before, after }) => `${label} ${before}→${after}`).join('；'),
        words.join('；'),
      ].join('\t'),
    )
    .join('\n');
