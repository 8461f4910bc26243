import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { BookField } from '../rules/book-field';
import type { BookSheet, FoundRow, ImportChoice, PlannedRow } from '../rules/book-row';
import type { BookColumns } from '../rules/columns';
import type { RowDetails } from '../rules/row-details';
import type { ImportRow } from './lock-import';
import type { TakenBack, WrittenStored } from './stored-row';

/** What stays the same for all rows of one import. */
export interface BookContext {
  readonly importId: string;
}

/** A planned row that is wanted. */
export type WantedRow<Planned> = Planned & {
  readonly rowId: string;
  readonly choice: ImportChoice;
};

/** Ids of what a row made or changed, for its undo; how that stood before is stored under the seal. */
export type MadeRow = Readonly<Record<string, unknown>> & { readonly before?: unknown };

/**
 * What one book brings to an import. Staging, review, writing in parts, undo and their screens are the same for
 * all of them. Whatever takes `systemTx` is run as the system; it plans and writes many rows in few statements.
 */
export interface BookWork<
  Found extends FoundRow = FoundRow,
  Planned extends PlannedRow = PlannedRow,
  Context extends BookContext = BookContext,
> {
  /** The columns it may have, with the words that are known for them. */
  readonly columns: readonly BookField[];
  /** What the second sheet of the template says of it. */
  readonly notes: readonly string[];
  /** What may be chosen in a column of the template, by field. */
  options(tx: Ctx): Promise<Readonly<Record<string, readonly string[]>>>;
  context(tx: Ctx, row: ImportRow): Promise<Context>;
  /** Every filled row below the headings, in the order in which they are to be written. */
  parse(
    tx: Ctx,
    sheet: BookSheet,
    columns: BookColumns,
    row: Pick<ImportRow, 'organisationId'>,
  ): Promise<Found[]>;
  /** What stands below its name: a code, a masked document. */
  numberOf(found: Found): string;
  /** Rows of the file without which these cannot be written; none where left out. */
  leansOn?(part: readonly Found[], all: readonly Found[]): Found[];
  /** What would become of these rows as the database stands now: at the review, and again at the writing. */
  plan(systemTx: Ctx, rows: readonly Found[], context: Context): Promise<Planned[]>;
  /** Writes wanted rows; what each made, in their order; null for one that could not be after all. */
  write(
    systemTx: Ctx,
    rows: readonly WantedRow<Planned>[],
    context: Context,
  ): Promise<(MadeRow | null)[]>;
  /** 库中有而表中无: what the books have and the file does not. */
  absent(systemTx: Ctx, rows: readonly Found[], organisationId: string): Promise<RowDetails[]>;
  /** Takes written rows back; what somebody has touched since stays and says why. */
  takeBack(systemTx: Ctx, rows: readonly WrittenStored[]): Promise<TakenBack[]>;
  /** What `takeBack` would come to. */
  previewTakingBack(systemTx: Ctx, rows: readonly WrittenStored[]): Promise<TakenBack[]>;
  /** What follows once an import can no longer be taken back, a part of it; how much it did, 0 at the end. */
  afterUndo?(systemTx: Ctx): Promise<number>;
}
