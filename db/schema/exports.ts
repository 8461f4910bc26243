import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './columns';
import { accounts } from './identity';

/** A file with whole names and numbers, asked for with a reason: one download, by the asker, soon. RLS. */
export const exportLinks = pgTable(
  'export_links',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** What the file is of: the session of a roll; null where it is a list. */
    subjectId: uuid('subject_id'),
    /** Of a list: which, what its address asked (words for people sealed), and how the file is written. */
    list: text('list'),
    asked: text('asked'),
    format: text('format'),
    reason: text('reason').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    index('export_links_account_idx').on(t.accountId, t.createdAt),
    check(
      'export_links_of_one',
      sql`(subject_id is null) = (list is not null) and (list is null) = (asked is null) and (list is null) = (format is null)`,
    ),
  ],
);
