import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import { children } from './family';
import { accounts, people } from './identity';
import { organisations } from './organisations';

const tstzmultirange = customType<{ data: string }>({ dataType: () => 'tstzmultirange' });

export const offeringKinds = ['training', 'childcare', 'screening'] as const;
export const offeringStatuses = [
  'draft',
  'published',
  'open',
  'closed',
  'finished',
  'cancelled',
] as const;
/** 先到先得, 抽签, 按优先级, 单位统一报名 (domain.md §3). */
export const allocations = ['first_come', 'draw', 'priority', 'unit'] as const;
export const bookingStatuses = [
  'entered',
  'pending',
  'sent_back',
  'booked',
  'offered',
  'waitlisted',
  'lapsed',
  'not_drawn',
  'refused',
  'cancelled',
  'attended',
  'absent',
] as const;

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
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    cancelledAt: at('cancelled_at'),
    cancelledReason: text('cancelled_reason'),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('offering_sessions_offering_idx').on(t.offeringId, t.startsAt),
    index('offering_sessions_starts_idx').on(t.startsAt),
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

/** The narrow row every change of a place locks first (trust.md §1.2); overrides are counted apart. */
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

/** 预约: one attendee (the person, or a child) in one session. RLS. */
export const bookings = pgTable(
  'bookings',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => offeringSessions.id),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    kind: text('kind', { enum: offeringKinds }).notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    childId: uuid('child_id').references(() => children.id),
    /** The person or the child, so that one index serves both. */
    attendeeId: uuid('attendee_id').notNull(),
    /** The member's own union on the day, for scope; never shown to it for screening. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The organiser, whose officers decide. */
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    term: text('term'),
    status: text('status', { enum: bookingStatuses }).notNull(),
    /** The session's meetings, copied, for the exclusion constraint against overlap. */
    period: tstzmultirange('period').notNull(),
    queueNo: integer('queue_no'),
    /** 报名号 within the session, for whoever enters a draw; what the published list shows. */
    entryNo: integer('entry_no'),
    /** An offer holds its place until then (待确认名额). */
    offeredAt: at('offered_at'),
    offerExpiresAt: at('offer_expires_at'),
    offerSource: text('offer_source', { enum: ['waitlist', 'draw', 'unit', 'officer'] }),
    /** After a move of the session: asked until then, free to leave. */
    answerBy: at('answer_by'),
    mayLeave: boolean('may_leave').notNull().default(false),
    carveOutId: uuid('carve_out_id').references(() => carveOuts.id),
    isOverride: boolean('is_override').notNull().default(false),
    /** Siblings who go together, or as far as possible; null for one alone. */
    householdId: uuid('household_id'),
    rulesVersion: integer('rules_version'),
    healthSealed: text('health_sealed'),
    /** Who may fetch the child (接送人), sealed. */
    answersSealed: text('answers_sealed'),
    reason: text('reason'),
    sentBackFields: text('sent_back_fields').array().notNull().default(sql`'{}'::text[]`),
    /** For the desk's search, without a join. */
    nameGrams: text('name_grams').array().notNull().default(sql`'{}'::text[]`),
    pinyin: text('pinyin'),
    attendeeMasked: text('attendee_masked').notNull(),
    phoneTail: text('phone_tail').notNull(),
    calendarSequence: integer('calendar_sequence').notNull().default(0),
    version: integer('version').notNull().default(1),
    dueOn: date('due_on'),
    createdAt: at('created_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    cancelledAt: at('cancelled_at'),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('bookings_number_idx').on(t.number),
    uniqueIndex('bookings_one_active_idx')
      .on(t.sessionId, t.attendeeId)
      .where(
        sql`status in ('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted', 'attended', 'absent')`,
      ),
    uniqueIndex('bookings_one_per_term_idx')
      .on(t.attendeeId, t.term)
      .where(
        sql`kind = 'childcare' and term is not null and status in ('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted', 'attended', 'absent')`,
      ),
    uniqueIndex('bookings_queue_idx').on(t.sessionId, t.queueNo).where(sql`status = 'waitlisted'`),
    index('bookings_session_idx').on(t.sessionId, t.status, t.queueNo),
    index('bookings_account_idx').on(t.accountId, t.createdAt),
    /** Whom an organiser knows: the row policy of people asks by it. */
    index('bookings_person_idx').on(t.personId, t.organiserId),
    index('bookings_attendee_idx').on(t.attendeeId, t.kind, t.status),
    index('bookings_desk_idx').on(t.organiserId, t.status, t.createdAt),
    index('bookings_waiting_idx').on(t.organiserId, t.dueOn, t.id).where(sql`status = 'pending'`),
    uniqueIndex('bookings_entry_idx').on(t.sessionId, t.entryNo).where(sql`entry_no is not null`),
    index('bookings_offers_idx').on(t.offerExpiresAt).where(sql`status = 'offered'`),
    index('bookings_answers_idx').on(t.answerBy).where(sql`answer_by is not null`),
    index('bookings_household_idx').on(t.householdId).where(sql`household_id is not null`),
    index('bookings_grams_idx').using('gin', t.nameGrams),
    check('bookings_queue', sql`(status = 'waitlisted') = (queue_no is not null)`),
    check('bookings_offer', sql`(status = 'offered') = (offer_expires_at is not null)`),
  ],
);

/** Append-only history of a booking. RLS. */
export const bookingEvents = pgTable(
  'booking_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    at: at('at').notNull(),
    type: text('type').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    actorAccountId: uuid('actor_account_id'),
    actorLabel: text('actor_label').notNull(),
    note: text('note'),
  },
  (t) => [index('booking_events_booking_idx').on(t.bookingId, t.id)],
);
