import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import { mergeKeyKinds, mergeKinds, mergeRules, pairStatuses } from './enums';
import { accounts } from './identity';
import { organisations } from './organisations';

/** Numbers that an account had before, so that one person's two records may be found. System only. */
export const pastPhones = pgTable(
  'past_phones',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    phoneIndex: text('phone_index').notNull(),
    until: at('until').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.phoneIndex] }),
    index('past_phones_index_idx').on(t.phoneIndex),
    index('past_phones_age_idx').on(t.until),
  ],
);

/** Why two records look like one: which clause, and how many points it adds or takes. */
export interface ClausePoints {
  readonly clause: string;
  readonly points: number;
}

/**
 * Columns of one row as a merge found and left them; what is sealed stays sealed. `after` null: it took the row
 * away, `before` null: it made it.
 */
export interface ColumnChange {
  readonly table:
    | 'people'
    | 'accounts'
    | 'memberships'
    | 'membership_applications'
    | 'employers'
    | 'register_entries';
  readonly id: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

/** Two records that may be one: found at night, looked at by a person. RLS. */
export const duplicatePairs = pgTable(
  'duplicate_pairs',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: mergeKinds }).notNull(),
    /** The smaller id first, so that a pair stands once. */
    aId: uuid('a_id').notNull(),
    bId: uuid('b_id').notNull(),
    /** The lowest union that both lie at or below: whoever has both in reach looks at them. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    points: smallint('points').notNull(),
    clauses: jsonb('clauses').$type<ClausePoints[]>().notNull(),
    /** Sum of what both said when they were compared: 不是同一个 counts until it changes. */
    stamp: text('stamp').notNull(),
    status: text('status', { enum: pairStatuses }).notNull().default('open'),
    foundAt: at('found_at').notNull(),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    decidedAt: at('decided_at'),
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('duplicate_pairs_once_idx').on(t.aId, t.bId),
    index('duplicate_pairs_other_idx').on(t.bId),
    index('duplicate_pairs_open_idx').on(t.kind, t.status, t.points.desc(), t.id),
    check('duplicate_pairs_order', sql`a_id < b_id`),
    check('duplicate_pairs_decided', sql`(status = 'different') = (reason is not null)`),
  ],
);

/** One record taken into another, with how both stood before, so that it can be undone. RLS. */
export const recordMerges = pgTable(
  'record_merges',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: mergeKinds }).notNull(),
    survivorId: uuid('survivor_id').notNull(),
    loserId: uuid('loser_id').notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    reason: text('reason').notNull(),
    changes: jsonb('changes').$type<ColumnChange[]>().notNull(),
    mergedBy: uuid('merged_by')
      .notNull()
      .references(() => accounts.id),
    mergedAt: at('merged_at').notNull(),
    undoneBy: uuid('undone_by').references(() => accounts.id),
    undoneAt: at('undone_at'),
    undoReason: text('undo_reason'),
    /** What somebody has changed since and an undo has left as it is. */
    notUndone: text('not_undone').array(),
  },
  (t) => [
    uniqueIndex('record_merges_loser_idx').on(t.loserId).where(sql`undone_at is null`),
    index('record_merges_survivor_idx').on(t.survivorId),
    index('record_merges_newest_idx').on(t.mergedAt.desc(), t.id),
    check('record_merges_two', sql`survivor_id <> loser_id`),
    check(
      'record_merges_undone',
      sql`(undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null)`,
    ),
  ],
);

/** A row that a merge moved, or had to leave; written by the database alone. RLS as its merge. */
export const mergedRows = pgTable(
  'merged_rows',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    mergeId: uuid('merge_id')
      .notNull()
      .references(() => recordMerges.id),
    kind: text('kind', { enum: mergeKeyKinds }).notNull(),
    tableName: text('table_name').notNull(),
    columnName: text('column_name').notNull(),
    /** Its primary key. */
    rowKey: jsonb('row_key').$type<Record<string, unknown>>().notNull(),
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
    /** The survivor has one that excludes it, so it stays where it is. */
    stayed: boolean('stayed').notNull(),
    /** Went back with the undo; false when it was gone, or could not. */
    returned: boolean('returned'),
  },
  (t) => [index('merged_rows_merge_idx').on(t.mergeId, t.id)],
);

/**
 * What a merge does with each column that names a person, an account or an employer. A column without a line
 * makes a test red: a table added next year is not forgotten.
 */
export const mergeKeys = pgTable(
  'merge_keys',
  {
    kind: text('kind', { enum: mergeKeyKinds }).notNull(),
    tableName: text('table_name').notNull(),
    columnName: text('column_name').notNull(),
    rule: text('rule', { enum: mergeRules }).notNull(),
    /** What an officer calls its rows, where they are counted and listed. */
    label: text('label'),
    /** The column that says since when a row is. */
    madeColumn: text('made_column'),
  },
  (t) => [primaryKey({ columns: [t.kind, t.tableName, t.columnName] })],
);
