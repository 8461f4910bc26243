import { date, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { recordFields, recordSources } from './enums';
import { accounts, people } from './identity';

/** The words that a question of the 登记表 is answered with, each with the days on which it is on the list. */
export const recordDictionary = pgTable(
  'record_dictionary',
  {
    field: text('field', { enum: recordFields }).notNull(),
    /** Of the national standard where there is one. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    sort: smallint('sort').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [primaryKey({ columns: [t.field, t.code, t.validFrom] })],
);

/** What a member's 登记表 says, a row for each question that was ever answered. RLS. */
export const recordAnswers = pgTable(
  'record_answers',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    field: text('field', { enum: recordFields }).notNull(),
    /** The code of the dictionary, or free text; null once the member has taken it back. */
    valueSealed: text('value_sealed'),
    source: text('source', { enum: recordSources }).notNull(),
    recordedBy: uuid('recorded_by').references(() => accounts.id),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [uniqueIndex('record_answers_person_idx').on(t.personId, t.field)],
);

export const recordAnswer = sealedColumn('record_answers', 'value_sealed');
