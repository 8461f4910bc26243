import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './columns';
import { bulkDecisions, bulkRowStates, bulkStatuses, caseKinds } from './enums';
import { accounts } from './identity';

/** Many rows that one officer decides together, by a job. RLS. */
export const bulkRuns = pgTable(
  'bulk_runs',
  {
    id: uuid('id').primaryKey(),
    /** Runs made of one selection: one for each kind. */
    batchId: uuid('batch_id').notNull(),
    kind: text('kind', { enum: caseKinds }).notNull(),
    startedBy: uuid('started_by')
      .notNull()
      .references(() => accounts.id),
    status: text('status', { enum: bulkStatuses }).notNull().default('prepared'),
    decision: text('decision', { enum: bulkDecisions }),
    reason: text('reason'),
    fields: text('fields').array().notNull().default(sql`'{}'::text[]`),
    total: integer('total').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    index('bulk_runs_officer_idx').on(t.startedBy, t.createdAt),
    index('bulk_runs_running_idx').on(t.startedAt).where(sql`status = 'running'`),
    check('bulk_runs_decided', sql`(status = 'prepared') = (decision is null)`),
  ],
);

/** One of them: the version that the preview showed, and what became of it. RLS. */
export const bulkRows = pgTable(
  'bulk_rows',
  {
    id: uuid('id').primaryKey(),
    runId: uuid('run_id')
      .notNull()
      .references(() => bulkRuns.id, { onDelete: 'cascade' }),
    /** Its place in the preview, from 1. */
    position: integer('position').notNull(),
    entityId: uuid('entity_id').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: bulkRowStates }).notNull().default('waiting'),
    /** What became of it, and what its undo sends. */
    decision: text('decision'),
    undo: text('undo'),
    /** Why it stayed as it was, and the facts of those words. */
    reason: text('reason'),
    detail: jsonb('detail').$type<Record<string, string | number>>(),
    decidedAt: at('decided_at'),
  },
  (t) => [index('bulk_rows_run_idx').on(t.runId, t.state, t.position)],
);
