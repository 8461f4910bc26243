import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at } from './columns';
import { organisations } from './organisations';

/** 地点: a room, a hall or a ground that sessions refer to; public, nothing in it is personal. */
export const venues = pgTable(
  'venues',
  {
    id: uuid('id').primaryKey(),
    /** Who keeps the entry, and opens the door. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    townId: uuid('town_id').references(() => organisations.id),
    name: text('name').notNull(),
    address: text('address').notNull(),
    /** A link into a map, as its app shares it. */
    mapUrl: text('map_url'),
    /** People it holds; null where nobody has counted. */
    capacity: integer('capacity'),
    closedAt: at('closed_at'),
    closedReason: text('closed_reason'),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('venues_name_idx').on(t.organisationId, t.name).where(sql`closed_at is null`),
    index('venues_town_idx').on(t.townId),
    check('venues_capacity', sql`capacity between 1 and 100000`),
    check('venues_map_url', sql`map_url like 'https://%'`),
  ],
);
