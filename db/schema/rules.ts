import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import { offeringKinds } from './enums';
import { accounts } from './identity';
import { offeringSessions, offerings } from './offerings';
import { organisations } from './organisations';

/**
 * 条件的历次版本, insert-only: who changed what when, and why. A trigger on `offerings` writes the row of
 * whoever changes the rules without saying so, so that no version can be missing.
 */
export const offeringRuleVersions = pgTable(
  'offering_rule_versions',
  {
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    version: integer('version').notNull(),
    rules: jsonb('rules').$type<Record<string, unknown>>().notNull(),
    changedAt: at('changed_at').notNull().defaultNow(),
    changedBy: uuid('changed_by').references(() => accounts.id),
    reason: text('reason'),
    /** Of those with a place, and of those who waited, how many no longer fitted on the day. */
    unfitHeld: integer('unfit_held').notNull().default(0),
    unfitWaiting: integer('unfit_waiting').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.offeringId, t.version] })],
);

/** 一场另加的条件的历次版本, insert-only, as an offering's. A trigger on `offering_sessions` leaves none out. */
export const sessionRuleVersions = pgTable(
  'session_rule_versions',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => offeringSessions.id),
    version: integer('version').notNull(),
    rules: jsonb('rules').$type<Record<string, unknown>>().notNull(),
    changedAt: at('changed_at').notNull().defaultNow(),
    changedBy: uuid('changed_by').references(() => accounts.id),
    reason: text('reason'),
    unfitHeld: integer('unfit_held').notNull().default(0),
    unfitWaiting: integer('unfit_waiting').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.version] })],
);

/** 常用条件: a set of rules kept under a name, for the next offering of the same kind. */
export const ruleSets = pgTable(
  'rule_sets',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text('kind', { enum: offeringKinds }).notNull(),
    title: text('title').notNull(),
    rules: jsonb('rules').$type<Record<string, unknown>>().notNull(),
    createdBy: uuid('created_by').references(() => accounts.id),
    createdAt: at('created_at').notNull().defaultNow(),
    removedAt: at('removed_at'),
  },
  (t) => [
    index('rule_sets_kind_idx').on(t.kind, t.organisationId),
    uniqueIndex('rule_sets_title_idx')
      .on(t.organisationId, t.kind, t.title)
      .where(sql`removed_at is null`),
  ],
);
