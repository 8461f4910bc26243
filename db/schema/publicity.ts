import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import { offeringFileKinds, offeringFilePurposes } from './enums';
import { accounts } from './identity';
import { offerings } from './offerings';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/**
 * 封面、附件、照片 of an offering, for everybody who may see it; each under an id that never shows anything
 * else. Pictures are drawn anew before they are stored. RLS: written by the organiser.
 */
export const offeringFiles = pgTable(
  'offering_files',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    purpose: text('purpose', { enum: offeringFilePurposes }).notNull(),
    kind: text('kind', { enum: offeringFileKinds }).notNull(),
    /** What it shows, for who cannot see it; of an attachment its name. */
    words: text('words').notNull(),
    /** Pixels; of a PDF null. */
    width: integer('width'),
    height: integer('height'),
    size: integer('size').notNull(),
    content: bytea('content').notNull(),
    addedBy: uuid('added_by').references(() => accounts.id),
    addedAt: at('added_at').notNull(),
  },
  (t) => [
    uniqueIndex('offering_files_cover_idx').on(t.offeringId).where(sql`purpose = 'cover'`),
    index('offering_files_offering_idx').on(t.offeringId, t.purpose, t.addedAt),
    check('offering_files_words', sql`length(btrim(words)) > 0`),
    check(
      'offering_files_measured',
      sql`(kind = 'jpeg') = (width is not null and height is not null)`,
    ),
    check('offering_files_size', sql`size = octet_length(content) and size > 0`),
  ],
);

/** 小结: how an offering was, in a paragraph; everybody reads it once it is published. RLS as its files. */
export const offeringClosings = pgTable('offering_closings', {
  offeringId: uuid('offering_id')
    .primaryKey()
    .references(() => offerings.id),
  words: text('words').notNull(),
  /** Sessions that took place and who came, as counted when it was last saved. */
  sessions: integer('sessions').notNull(),
  attended: integer('attended').notNull(),
  publishedAt: at('published_at'),
  version: integer('version').notNull().default(1),
  updatedAt: at('updated_at').notNull(),
});
