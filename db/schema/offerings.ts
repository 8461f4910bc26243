import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import { allocations, offeringKinds, offeringStatuses } from './enums';
import { accounts } from './identity';
import { organisations } from './organisations';
import { venues } from './venues';

/** One 服务: a course, a 托管班 term, a screening round. Its `rules` and `details` are zod-typed in the features. */
export const offerings = pgTable(
  'offerings',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: offeringKinds }).notNull(),
    status: text('status', { enum: offeringStatuses }).notNull().default('draft'),
    title: text('title').notNull(),
    summary: text('summary').notNull().default(''),
    description: text('description').notNull().default(''),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Seen by the organiser's subtree only, or by everyone. */
    visibility: text('visibility', { enum: ['subtree', 'all'] })
      .notNull()
      .default('all'),
    allocation: text('allocation', { enum: allocations }).notNull().default('first_come'),
    /** Zod-typed in the feature: equal minutes, seed, tiers, offers, siblings. */
    allocationTerms: jsonb('allocation_terms')
      .$type<Record<string, unknown>>()
      .notNull()
      .default({}),
    needsApproval: boolean('needs_approval').notNull().default(false),
    asksHealthNotes: boolean('asks_health_notes').notNull().default(false),
    bookingOpensAt: at('booking_opens_at'),
    bookingClosesAt: at('booking_closes_at'),
    /** Hours before a session's start until which a booking may be cancelled by its owner. */
    cancelHours: integer('cancel_hours').notNull().default(24),
    /** 暑托 term key: one child, one place in a term. */
    term: text('term'),
    rules: jsonb('rules').$type<Record<string, unknown>>().notNull().default({}),
    /** Grows with every change of `rules`; a booking remembers by which it was judged. */
    rulesVersion: integer('rules_version').notNull().default(1),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    contactPhone: text('contact_phone'),
    copiedFrom: uuid('copied_from'),
    createdBy: uuid('created_by').references(() => accounts.id),
    publishedAt: at('published_at'),
    cancelledReason: text('cancelled_reason'),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('offerings_catalogue_idx').on(t.status, t.kind, t.bookingOpensAt),
    index('offerings_organisation_idx').on(t.organisationId, t.status),
    check('offerings_window', sql`booking_closes_at > booking_opens_at`),
    check('offerings_cancel_hours', sql`cancel_hours >= 0`),
  ],
);

/** 场次 or slot. Its places live apart in session_capacity, the one row that bookings lock. */
export const offeringSessions = pgTable(
  'offering_sessions',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    title: text('title').notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    place: text('place').notNull(),
    townId: uuid('town_id').references(() => organisations.id),
    /** Of the register; `place` then begins with its name. Null where the place is in words alone. */
    venueId: uuid('venue_id').references(() => venues.id),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    /** What this session asks beside its offering; empty means nothing more. */
    rules: jsonb('rules').$type<Record<string, unknown>>().notNull().default({}),
    /** Grows with every change of `rules`; 0 while there were never any. */
    rulesVersion: integer('rules_version').notNull().default(0),
    cancelledAt: at('cancelled_at'),
    cancelledReason: text('cancelled_reason'),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('offering_sessions_offering_idx').on(t.offeringId, t.startsAt),
    index('offering_sessions_starts_idx').on(t.startsAt),
    index('offering_sessions_venue_idx').on(t.venueId, t.startsAt),
    check('offering_sessions_period', sql`ends_at > starts_at`),
    check(
      'offering_sessions_meetings',
      sql`jsonb_array_length(coalesce(details->'weekdays', '[]')) = 0
        or (starts_at at time zone 'Asia/Shanghai')::date = (ends_at at time zone 'Asia/Shanghai')::date
        or (details->'weekdays' @> to_jsonb(extract(dow from starts_at at time zone 'Asia/Shanghai')::int)
          and details->'weekdays' @> to_jsonb(extract(dow from ends_at at time zone 'Asia/Shanghai')::int))`,
    ),
  ],
);

/** The narrow row every change of a place locks first (security.md §1.2); overrides are counted apart. */
export const sessionCapacity = pgTable(
  'session_capacity',
  {
    sessionId: uuid('session_id')
      .primaryKey()
      .references(() => offeringSessions.id),
    capacity: integer('capacity').notNull(),
    taken: integer('taken').notNull().default(0),
    waiting: integer('waiting').notNull().default(0),
    /** Next place in the queue; only ever grows. */
    queueNext: integer('queue_next').notNull().default(1),
    /** Places of carve-outs that are not taken and not returned: free, but not for everyone. */
    reserved: integer('reserved').notNull().default(0),
    /** Places given above capacity, each with a permission and a reason. */
    overridden: integer('overridden').notNull().default(0),
  },
  () => [
    check('session_capacity_exact', sql`taken >= 0 and taken <= capacity`),
    check('session_capacity_reserved', sql`reserved >= 0 and taken + reserved <= capacity`),
    check('session_capacity_overridden', sql`overridden >= 0`),
    check('session_capacity_waiting', sql`waiting >= 0`),
    check('session_capacity_size', sql`capacity between 1 and 100000`),
  ],
);

/** 预留名额: places of a session that only a group may take until they flow back. Locked after the capacity row. */
export const carveOuts = pgTable(
  'carve_outs',
  {
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => offeringSessions.id),
    label: text('label').notNull(),
    position: integer('position').notNull(),
    capacity: integer('capacity').notNull(),
    taken: integer('taken').notNull().default(0),
    /** Who belongs to the group, as the eligibility rules write it. */
    criteria: jsonb('criteria').$type<Record<string, unknown>>().notNull(),
    /** When unused places become open to all; null while they never do. */
    returnsAt: at('returns_at'),
    returnedAt: at('returned_at'),
  },
  (t) => [
    uniqueIndex('carve_outs_order_idx').on(t.sessionId, t.position),
    index('carve_outs_returns_idx').on(t.returnsAt).where(sql`returned_at is null`),
    check('carve_outs_exact', sql`taken >= 0 and taken <= capacity and capacity >= 1`),
  ],
);
