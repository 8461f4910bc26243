import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { bookingStatuses, offeringKinds, offerSources } from './enums';
import { children } from './family';
import { accounts, people } from './identity';
import { carveOuts, offeringSessions, offerings } from './offerings';
import { organisations } from './organisations';

const tstzmultirange = customType<{ data: string }>({ dataType: () => 'tstzmultirange' });

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
    offerSource: text('offer_source', { enum: offerSources }),
    /** After a move of the session: asked until then, free to leave. */
    answerBy: at('answer_by'),
    mayLeave: boolean('may_leave').notNull().default(false),
    carveOutId: uuid('carve_out_id').references(() => carveOuts.id),
    isOverride: boolean('is_override').notNull().default(false),
    /** Siblings who go together, or as far as possible; null for one alone. */
    householdId: uuid('household_id'),
    rulesVersion: integer('rules_version'),
    /** The same of the session's own conditions. */
    sessionRulesVersion: integer('session_rules_version'),
    /** 代办: the officer who entered it for them; null for who booked themselves. */
    enteredBy: uuid('entered_by').references(() => accounts.id),
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
  (t) => [
    index('booking_events_booking_idx').on(t.bookingId, t.id),
    // For how often a reason is used.
    index('booking_events_reasons_idx').on(t.at).where(sql`type in ('sent_back', 'refused')`),
  ],
);

export const bookingHealth = sealedColumn('bookings', 'health_sealed');
export const bookingAnswers = sealedColumn('bookings', 'answers_sealed');
