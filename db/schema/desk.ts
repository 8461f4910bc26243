import {
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { caseKinds, reasonedDecisions } from './enums';
import { accounts } from './identity';
import { organisations } from './organisations';

/** 内部备注: what officers write to each other about a case; never on a page of the person. RLS. */
export const caseNotes = pgTable(
  'case_notes',
  {
    id: uuid('id').primaryKey(),
    caseKind: text('case_kind', { enum: caseKinds }).notNull(),
    caseId: uuid('case_id').notNull(),
    /** On whose desk the case lay: its officers, and those above, read it. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => accounts.id),
    /** Emptied when it is taken away. */
    bodySealed: text('body_sealed').notNull(),
    at: at('at').notNull(),
    removedAt: at('removed_at'),
  },
  (t) => [index('case_notes_case_idx').on(t.caseId, t.at)],
);

/** Who has taken a case on, or was given it; without a row whoever comes first. RLS. */
export const caseAssignments = pgTable(
  'case_assignments',
  {
    caseId: uuid('case_id').primaryKey(),
    caseKind: text('case_kind', { enum: caseKinds }).notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => accounts.id),
    assignedBy: uuid('assigned_by')
      .notNull()
      .references(() => accounts.id),
    at: at('at').notNull(),
  },
  (t) => [index('case_assignments_officer_idx').on(t.officerId)],
);

/** Who has a case before them at this minute; swept when it is old. RLS. */
export const caseViews = pgTable(
  'case_views',
  {
    caseId: uuid('case_id').notNull(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => accounts.id),
    seenAt: at('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.officerId] })],
);

export const caseNoteBody = sealedColumn('case_notes', 'body_sealed');

/** 常用理由: what the federation's officers say often, one click each; without rows the first ones apply. */
export const decisionReasons = pgTable(
  'decision_reasons',
  {
    caseKind: text('case_kind', { enum: caseKinds }).notNull(),
    decision: text('decision', { enum: reasonedDecisions }).notNull(),
    position: smallint('position').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseKind, t.decision, t.position] })],
);

/** 常用筛选: a filter of the inbox under a name, of one officer or for an organisation's. RLS. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    id: uuid('id').primaryKey(),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => accounts.id),
    /** Whose officers see it too; null: only who saved it. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    name: text('name').notNull(),
    /** The address of the list, without words that were searched for. */
    query: text('query').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('saved_filters_name_idx').on(t.savedBy, t.name),
    index('saved_filters_organisation_idx').on(t.organisationId),
  ],
);

/** 催办: a desk was asked to clear what is late, once a day at the most. */
export const deskUrges = pgTable(
  'desk_urges',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** YYYY-MM-DD in China. */
    on: date('on').notNull(),
    urgedBy: uuid('urged_by')
      .notNull()
      .references(() => accounts.id),
    overdue: integer('overdue').notNull(),
    at: at('at').notNull(),
  },
  (t) => [uniqueIndex('desk_urges_day_idx').on(t.organisationId, t.on)],
);
