import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at } from './columns';
import { accounts } from './identity';
import { organisations } from './organisations';

/** 人群: a filter over members under a name, shared with the organisations below its own. RLS. */
export const segments = pgTable(
  'segments',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    /** As `features/segments/schema/definition.ts` reads it. */
    definition: jsonb('definition').$type<Record<string, unknown>>().notNull(),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id),
    creatorLabel: text('creator_label').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    archivedAt: at('archived_at'),
  },
  (t) => [
    uniqueIndex('segments_name_idx').on(t.organisationId, t.name).where(sql`archived_at is null`),
  ],
);
