import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { ratedEntities, ratingTaskStatuses } from './enums';
import { accounts } from './identity';
import { organisations } from './organisations';

/**
 * 好差评: one of each case, which is known weakly by type and id. Neither a name nor the rater's union
 * stands here, so that nobody reads out of it who was at a screening. RLS: the rater and the organiser.
 */
export const ratings = pgTable(
  'ratings',
  {
    id: uuid('id').primaryKey(),
    entityType: text('entity_type', { enum: ratedEntities }).notNull(),
    entityId: uuid('entity_id').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    /** What the average belongs to: `join`, or the offering that all its terms were copied from. */
    subject: text('subject').notNull(),
    /** `join` or the kind of the offering. */
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    /** Null for a screening: the organiser answers without knowing whom. */
    caseNumber: text('case_number'),
    /** 5 非常满意 … 1 非常不满意. */
    level: smallint('level').notNull(),
    reasons: text('reasons').array().notNull().default(sql`'{}'::text[]`),
    commentSealed: text('comment_sealed'),
    changeableUntil: at('changeable_until').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('ratings_one_per_case_idx').on(t.entityType, t.entityId),
    index('ratings_subject_idx').on(t.subject, t.level),
    index('ratings_organiser_idx').on(t.organiserId, t.createdAt),
    index('ratings_account_idx').on(t.accountId),
    check('ratings_level', sql`level between 1 and 5`),
  ],
);

/** 差评整改: what the organiser owes for a poor rating, and by when (15 working days). RLS as its rating. */
export const ratingTasks = pgTable(
  'rating_tasks',
  {
    ratingId: uuid('rating_id')
      .primaryKey()
      .references(() => ratings.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    status: text('status', { enum: ratingTaskStatuses }).notNull(),
    dueOn: date('due_on').notNull(),
    answer: text('answer'),
    answeredAt: at('answered_at'),
    answeredBy: uuid('answered_by').references(() => accounts.id),
    solvedAt: at('solved_at'),
    /** When it went to the level above: overdue, or the person said it is not solved. */
    escalatedAt: at('escalated_at'),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('rating_tasks_desk_idx').on(t.organiserId, t.status, t.dueOn)],
);

export const ratingComment = sealedColumn('ratings', 'comment_sealed');
