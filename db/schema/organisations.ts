import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
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
import { at } from './columns';
import { organisationKinds } from './enums';

/** The typed tree (工会法 11). A node holds members *and* children. */
export const organisations = pgTable(
  'organisations',
  {
    id: uuid('id').primaryKey(),
    parentId: uuid('parent_id').references((): AnyPgColumn => organisations.id),
    kind: text('kind', { enum: organisationKinds }).notNull(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    sortKey: text('sort_key').notNull(),
    /** National area code of a town or street (450803001…), only on 镇/街道 federations. */
    areaCode: text('area_code'),
    /** The town a union lies in; for 镇/街道 itself its own id. */
    townId: uuid('town_id').references((): AnyPgColumn => organisations.id),
    industry: text('industry'),
    uscc: text('uscc'),
    /** What the union's QR code carries: /join/<join_code>. */
    joinCode: text('join_code').notNull(),
    /** 1: this union decides; 2: then the parent confirms; null: the setting. */
    reviewSteps: smallint('review_steps'),
    address: text('address'),
    phone: text('phone'),
    foundedOn: date('founded_on'),
    closedAt: at('closed_at'),
    /** Where its members went when it was merged or closed; its QR code leads there. */
    successorId: uuid('successor_id').references((): AnyPgColumn => organisations.id),
    /** 文号 and day of the 批复 that closed it. */
    closedByDocument: text('closed_by_document'),
    closingDecidedOn: date('closing_decided_on'),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('organisations_join_code_idx').on(t.joinCode),
    uniqueIndex('organisations_area_code_idx').on(t.areaCode),
    uniqueIndex('organisations_uscc_idx').on(t.uscc),
    index('organisations_parent_idx').on(t.parentId),
    index('organisations_town_idx').on(t.townId),
    check('organisations_review_steps', sql`review_steps between 1 and 2`),
    check('organisations_not_own_parent', sql`parent_id <> id`),
    index('organisations_successor_idx').on(t.successorId).where(sql`successor_id is not null`),
    check(
      'organisations_successor',
      sql`successor_id is null or (successor_id <> id and closed_at is not null)`,
    ),
  ],
);

/** Every ancestor–descendant pair incl. self (depth 0): scope in a WHERE is one index look-up. */
export const organisationClosure = pgTable(
  'organisation_closure',
  {
    ancestorId: uuid('ancestor_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    descendantId: uuid('descendant_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    depth: smallint('depth').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ancestorId, t.descendantId] }),
    index('organisation_closure_up_idx').on(t.descendantId, t.depth),
  ],
);

/** 用人单位, apart from its union: a firm may have none, its own or a joint one. */
export const employers = pgTable(
  'employers',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** Syllables with spaces: a search begins where a syllable does. */
    pinyin: text('pinyin').notNull(),
    initials: text('initials').notNull(),
    uscc: text('uscc'),
    unionId: uuid('union_id').references(() => organisations.id),
    townId: uuid('town_id').references(() => organisations.id),
    industry: text('industry'),
    staffCount: integer('staff_count'),
    address: text('address'),
    closedAt: at('closed_at'),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('employers_uscc_idx').on(t.uscc),
    index('employers_union_idx').on(t.unionId),
    index('employers_name_idx').using('gin', sql`${t.name} gin_trgm_ops`),
    index('employers_reading_idx').using('gin', sql`replace(${t.pinyin}, ' ', '') gin_trgm_ops`),
    index('employers_initials_idx').using('gin', sql`${t.initials} gin_trgm_ops`),
    check('employers_staff', sql`staff_count >= 0`),
  ],
);
