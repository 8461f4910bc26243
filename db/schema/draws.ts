import { sql } from 'drizzle-orm';
import {
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
import { bookings } from './bookings';
import { at, sealedColumn } from './columns';
import { claimStatuses, drawStatuses, seedSources } from './enums';
import { accounts } from './identity';
import { offeringSessions, offerings } from './offerings';

/**
 * 抽签: one per session and round, for anyone to read. Each step is written once: a trigger refuses to
 * change what a later step rests on (docs/draw.md).
 */
export const draws = pgTable(
  'draws',
  {
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => offeringSessions.id),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    round: smallint('round').notNull().default(1),
    status: text('status', { enum: drawStatuses }).notNull().default('announced'),
    algorithm: text('algorithm').notNull(),
    seedSource: text('seed_source', { enum: seedSources }).notNull(),
    /** 福彩3D of this day; of `fallbackOn` when it was not entered in time. */
    seedOn: date('seed_on'),
    fallbackOn: date('fallback_on'),
    /** The system's own secret, sealed until the draw, and its SHA-256, published before. */
    secretSealed: text('secret_sealed'),
    commitment: text('commitment'),
    entries: integer('entries').notNull().default(0),
    entriesText: text('entries_text'),
    entriesHash: text('entries_hash'),
    frozenAt: at('frozen_at'),
    /** What the number is, as people say it: 福彩3D 2026153 期. */
    seedLabel: text('seed_label'),
    seed: text('seed'),
    seededAt: at('seeded_at'),
    resultsText: text('results_text'),
    placed: integer('placed').notNull().default(0),
    drawnAt: at('drawn_at'),
    /** 公示 until the end of this day; objections are taken until then. */
    publicUntil: date('public_until'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('draws_once_idx').on(t.sessionId, t.round),
    index('draws_offering_idx').on(t.offeringId),
    check('draws_frozen', sql`(status = 'announced') = (entries_hash is null)`),
    check('draws_seeded', sql`(status in ('seeded', 'drawn')) = (seed is not null)`),
    check('draws_drawn', sql`(status = 'drawn') = (results_text is not null)`),
  ],
);

/** Who stands behind a line of the frozen list, and the salt with which they prove it. RLS, only grows. */
export const drawEntries = pgTable(
  'draw_entries',
  {
    drawId: uuid('draw_id')
      .notNull()
      .references(() => draws.id),
    entryNo: integer('entry_no').notNull(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    tier: smallint('tier').notNull(),
    weight: smallint('weight').notNull(),
    salt: text('salt').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.drawId, t.entryNo] }),
    uniqueIndex('draw_entries_booking_idx').on(t.bookingId, t.drawId),
  ],
);

/** The drawn order, by number only: public, and written once. */
export const drawResults = pgTable(
  'draw_results',
  {
    drawId: uuid('draw_id')
      .notNull()
      .references(() => draws.id),
    rank: integer('rank').notNull(),
    entryNo: integer('entry_no').notNull(),
    score: text('score').notNull(),
    /** open, the letter of a carve-out, wait or out. */
    outcome: text('outcome').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.drawId, t.rank] }),
    uniqueIndex('draw_results_entry_idx').on(t.drawId, t.entryNo),
  ],
);

/** Commit and reveal by three people, none of whom can choose the outcome alone. */
export const drawWitnesses = pgTable(
  'draw_witnesses',
  {
    drawId: uuid('draw_id')
      .notNull()
      .references(() => draws.id),
    position: smallint('position').notNull(),
    name: text('name').notNull(),
    commitment: text('commitment').notNull(),
    revealed: text('revealed'),
    revealedAt: at('revealed_at'),
  },
  (t) => [primaryKey({ columns: [t.drawId, t.position] })],
);

/** 对结果有疑问: filed during 公示, answered within three workdays. RLS. */
export const drawObjections = pgTable(
  'draw_objections',
  {
    id: uuid('id').primaryKey(),
    drawId: uuid('draw_id')
      .notNull()
      .references(() => draws.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    entryNo: integer('entry_no'),
    text: text('text').notNull(),
    dueOn: date('due_on').notNull(),
    answer: text('answer'),
    answeredBy: uuid('answered_by').references(() => accounts.id),
    answeredAt: at('answered_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    index('draw_objections_draw_idx').on(t.drawId, t.createdAt),
    index('draw_objections_account_idx').on(t.accountId),
  ],
);

/** 优先条件 a person claims when entering; counts only once an officer has seen the proof. RLS. */
export const bookingClaims = pgTable(
  'booking_claims',
  {
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    tierKey: text('tier_key').notNull(),
    status: text('status', { enum: claimStatuses }).notNull().default('declared'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    decidedAt: at('decided_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.bookingId, t.tierKey] })],
);

export const drawSecret = sealedColumn('draws', 'secret_sealed');
