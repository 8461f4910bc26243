import type { importChoices, importKinds } from '@/db/schema/enums';
import type { CellAt } from '@/lib/documents/table-file';

export type ImportKind = (typeof importKinds)[number];
export type ImportChoice = (typeof importChoices)[number];

export interface FieldChange {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A row of a file as read, whatever its book. */
export interface BookLine {
  /** As the spreadsheet counts. */
  readonly rowNo: number;
  readonly name: string;
  /** What is wrong with it, in words; the row is not written while there is any. */
  readonly problems: readonly string[];
}

/** A line, with what the rest of the file says about it. */
export interface FoundRow {
  readonly line: BookLine;
}

/** What would become of a row. */
export interface RowPlan {
  readonly kind: ImportKind;
  /** The first is what happens when nobody chooses. */
  readonly choices: readonly ImportChoice[];
  readonly changes: readonly FieldChange[];
  readonly words: readonly string[];
}

/** A row, and what would become of it as the database stands. */
export interface PlannedRow extends FoundRow {
  readonly plan: RowPlan;
}

/** The cells of a file below its headings. */
export interface BookSheet {
  readonly rows: readonly (readonly string[])[];
  readonly inexact: readonly CellAt[];
  /** Counted from 1, as the spreadsheet does. */
  readonly headingRow: number;
}

/** A plan; choices and changes are none where left out. */
export const rowPlan = (
  kind: ImportKind,
  choices: readonly ImportChoice[],
  words: readonly string[] = [],
  changes: readonly FieldChange[] = [],
): RowPlan => ({ kind, choices, words, changes });

/** A formula is text and stays text; what a spreadsheet puts before it is none of the value. */
export const plainCell = (raw: string | undefined): string => (raw ?? '').replace(/^'/, '').trim();

/**
 * The filled rows below the headings, in the order of the file: their number as the spreadsheet counts and the
 * text of each field that has a column.
 */
export function* filledRows(
  { rows, headingRow }: BookSheet,
  columns: Readonly<Record<string, number>>,
): Generator<{ rowNo: number; cells: Record<string, string> }> {
  const fields = Object.entries(columns);
  for (const [at, row] of rows.entries()) {
    if (at < headingRow) continue;
    const cells = Object.fromEntries(fields.map(([key, column]) => [key, row[column] ?? '']));
    if (Object.values(cells).every((cell) => cell.trim() === '')) continue;
    yield { rowNo: at + 1, cells };
  }
}
