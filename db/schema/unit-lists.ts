import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings } from './bookings';
import { at, sealedColumn } from './columns';
import { unitListStatuses, unitRowOutcomes } from './enums';
import { accounts, people } from './identity';
import { offeringSessions, offerings } from './offerings';
import { organisations } from './organisations';

/**
 * 单位统一报名: the names one union hands in for one session (domain.md §3). A draft has been looked
 * through only; names and phones stay sealed in it and are dropped once it is handed in. RLS.
 */
export const unitLists = pgTable(
  'unit_lists',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => offeringSessions.id),
    /** The union whose members are named. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    status: text('status', { enum: unitListStatuses }).notNull(),
    rowsSealed: text('rows_sealed'),
    /** Of the rows as typed, whatever their order: the same list twice is found by it. */
    contentHash: text('content_hash').notNull(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: at('created_at').notNull(),
    submittedAt: at('submitted_at'),
    /** Until when it may be taken back as one. */
    undoUntil: at('undo_until'),
    undoneAt: at('undone_at'),
    undoneReason: text('undone_reason'),
  },
  (t) => [
    uniqueIndex('unit_lists_same_twice_idx')
      .on(t.sessionId, t.organisationId, t.contentHash)
      .where(sql`status = 'submitted'`),
    index('unit_lists_offering_idx').on(t.offeringId, t.status, t.createdAt),
    index('unit_lists_organisation_idx').on(t.organisationId, t.createdAt),
    check('unit_lists_sealed', sql`(status = 'draft') = (rows_sealed is not null)`),
  ],
);

/** One line of a list that was handed in, and what became of it. Masked; insert-only. RLS. */
export const unitListRows = pgTable(
  'unit_list_rows',
  {
    listId: uuid('list_id')
      .notNull()
      .references(() => unitLists.id),
    rowNo: integer('row_no').notNull(),
    nameMasked: text('name_masked').notNull(),
    phoneTail: text('phone_tail').notNull(),
    outcome: text('outcome', { enum: unitRowOutcomes }).notNull(),
    /** Rule and fact, as the chair read them. */
    words: text('words').notNull().default(''),
    personId: uuid('person_id').references(() => people.id),
    bookingId: uuid('booking_id').references(() => bookings.id),
  },
  (t) => [
    primaryKey({ columns: [t.listId, t.rowNo] }),
    index('unit_list_rows_booking_idx').on(t.bookingId).where(sql`booking_id is not null`),
    index('unit_list_rows_person_idx').on(t.personId).where(sql`person_id is not null`),
  ],
);

export const listAsTyped = sealedColumn('unit_lists', 'rows_sealed');
