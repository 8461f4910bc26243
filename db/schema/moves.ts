import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings } from './bookings';
import { at } from './columns';
import { moveRequestStatuses } from './enums';
import { accounts } from './identity';
import { carveOuts, offeringSessions, offerings } from './offerings';
import { organisations } from './organisations';

/**
 * 换场次: whether somebody agrees to go over to other hours, or two to change places with each other. The
 * place of a move is reserved meanwhile. RLS.
 */
export const moveRequests = pgTable(
  'move_requests',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    status: text('status', { enum: moveRequestStatuses }).notNull().default('asked'),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    /** The other of a swap; null for a move. */
    otherBookingId: uuid('other_booking_id').references(() => bookings.id),
    fromSessionId: uuid('from_session_id')
      .notNull()
      .references(() => offeringSessions.id),
    toSessionId: uuid('to_session_id')
      .notNull()
      .references(() => offeringSessions.id),
    /** The place of a move, reserved until the answer. */
    carveOutId: uuid('carve_out_id').references(() => carveOuts.id),
    /** Why the organiser asks, as the person reads it. */
    reason: text('reason').notNull(),
    answerBy: at('answer_by').notNull(),
    agreedAt: at('agreed_at'),
    otherAgreedAt: at('other_agreed_at'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => accounts.id),
    askedAt: at('asked_at').notNull(),
    closedAt: at('closed_at'),
    closedNote: text('closed_note'),
  },
  (t) => [
    uniqueIndex('move_requests_open_idx').on(t.bookingId).where(sql`status = 'asked'`),
    uniqueIndex('move_requests_other_open_idx').on(t.otherBookingId).where(sql`status = 'asked'`),
    index('move_requests_due_idx').on(t.answerBy).where(sql`status = 'asked'`),
    index('move_requests_booking_idx').on(t.bookingId, t.askedAt),
    index('move_requests_other_idx').on(t.otherBookingId).where(sql`other_booking_id is not null`),
    check('move_requests_closed', sql`(status = 'asked') = (closed_at is null)`),
    check('move_requests_apart', sql`other_booking_id is distinct from booking_id`),
  ],
);

/** One booking as it lay before it was merged into another class, and the version it has had since. */
export interface MergedBooking {
  readonly id: string;
  readonly version: number;
  readonly queueNo: number | null;
  readonly carveOutId: string | null;
}

/** 并班: everyone of one class brought into another; undoable while nothing has changed. RLS. */
export const sessionMerges = pgTable(
  'session_merges',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    fromSessionId: uuid('from_session_id')
      .notNull()
      .references(() => offeringSessions.id),
    intoSessionId: uuid('into_session_id')
      .notNull()
      .references(() => offeringSessions.id),
    reason: text('reason').notNull(),
    moved: jsonb('moved').$type<readonly MergedBooking[]>().notNull(),
    /** How many did not fit and stayed; with nobody left the class was cancelled. */
    stayed: integer('stayed').notNull(),
    mergedBy: uuid('merged_by')
      .notNull()
      .references(() => accounts.id),
    mergedAt: at('merged_at').notNull(),
    undoneAt: at('undone_at'),
    undoneBy: uuid('undone_by').references(() => accounts.id),
  },
  (t) => [
    index('session_merges_offering_idx').on(t.offeringId, t.mergedAt),
    check('session_merges_apart', sql`from_session_id <> into_session_id`),
    check('session_merges_undone', sql`(undone_at is null) = (undone_by is null)`),
  ],
);
