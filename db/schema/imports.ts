import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { importBooks, importChoices, importKinds, importRowStates, importStatuses } from './enums';
import { accounts } from './identity';
import { organisations } from './organisations';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** What was found in the file, without a word of its rows. */
export interface SheetNotes {
  readonly headings: readonly string[];
  /** The row of headings, counted from 1. */
  readonly headingRow: number;
  readonly rows: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly hiddenSheets: number;
}

/** A workbook taken in: its rows wait here, sealed, until somebody has looked them through. RLS. */
export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    book: text('book', { enum: importBooks }).notNull(),
    /** Whose book it is; every row lies here or below. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    status: text('status', { enum: importStatuses }).notNull().default('uploaded'),
    fileName: text('file_name').notNull(),
    /** Keyed hash of the bytes: the same file is known again. */
    fileIndex: text('file_index').notNull(),
    notes: jsonb('notes').$type<SheetNotes>().notNull(),
    /** The cells, packed; null once they were forgotten. */
    cellsSealed: bytea('cells_sealed'),
    /** Field → column from 0, as the officer confirmed it. */
    columns: jsonb('columns').$type<Record<string, number>>(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: at('created_at').notNull(),
    checkedAt: at('checked_at'),
    /** Who had it written, perhaps another than who uploaded it. */
    startedBy: uuid('started_by').references(() => accounts.id),
    startedAt: at('started_at'),
    writtenAt: at('written_at'),
    undoUntil: at('undo_until'),
    takenBackAt: at('taken_back_at'),
    /** A job last went on with it then. */
    workedAt: at('worked_at'),
  },
  (t) => [
    index('imports_organisation_idx').on(t.organisationId, t.createdAt),
    index('imports_file_idx').on(t.fileIndex),
    index('imports_working_idx')
      .on(t.workedAt)
      .where(sql`status in ('checking', 'writing', 'taking_back')`),
    check('imports_undo', sql`(written_at is null) = (undo_until is null)`),
  ],
);

/** One row of it: what would become of it, what was chosen, what was made. RLS. */
export const importRows = pgTable(
  'import_rows',
  {
    id: uuid('id').primaryKey(),
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** Its place in the review. */
    position: integer('position').notNull(),
    /** As the spreadsheet counts; null for who is in the books and not in the file. */
    rowNo: integer('row_no'),
    kind: text('kind', { enum: importKinds }).notNull(),
    state: text('state', { enum: importRowStates }).notNull().default('reviewed'),
    choice: text('choice', { enum: importChoices }).notNull(),
    /** Names of the fields that it changes. */
    fields: text('fields').array().notNull().default(sql`'{}'::text[]`),
    /** JSON of the line and of what the review says about it; null once it was forgotten. */
    detailsSealed: text('details_sealed'),
    /** Sum of what the review showed: what is written is exactly that. */
    fingerprint: text('fingerprint').notNull(),
    /** Ids of what was made or changed, and how it stood before. */
    made: jsonb('made').$type<Record<string, unknown>>(),
    /** Why it was not written, or not taken back. */
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('import_rows_position_idx').on(t.importId, t.position),
    index('import_rows_kind_idx').on(t.importId, t.kind, t.position),
    index('import_rows_state_idx').on(t.importId, t.state, t.position),
  ],
);

/** Which column is what, as a union's officers confirmed it last. */
export const importColumns = pgTable(
  'import_columns',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    book: text('book', { enum: importBooks }).notNull(),
    /** Field → heading. */
    headings: jsonb('headings').$type<Record<string, string>>().notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.book] })],
);

export const importCells = sealedColumn('imports', 'cells_sealed');
export const importDetails = sealedColumn('import_rows', 'details_sealed');
