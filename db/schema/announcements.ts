import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings } from './bookings';
import { at } from './columns';
import { announcementStatuses, announcementTargets } from './enums';
import { accounts } from './identity';
import { offeringSessions, offerings } from './offerings';
import { organisations } from './organisations';
import { segments } from './segments';

/**
 * 群发: one text to the people of an offering or of a 人群, looked at as a draft before it leaves. The text stays as it was
 * sent. RLS: the organiser, and the staff of the class it went to.
 */
export const announcements = pgTable(
  'announcements',
  {
    id: uuid('id').primaryKey(),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    /** Null: to a 人群. */
    offeringId: uuid('offering_id').references(() => offerings.id),
    segmentId: uuid('segment_id').references(() => segments.id),
    /** The conditions of the 人群 as they were when it was written. */
    definition: jsonb('definition').$type<Record<string, unknown>>(),
    /** Null: all sessions that are not over. */
    sessionId: uuid('session_id').references(() => offeringSessions.id),
    audience: text('audience', { enum: announcementTargets }).notNull(),
    status: text('status', { enum: announcementStatuses }).notNull(),
    /** As written, with its fields in braces. */
    body: text('body').notNull(),
    /** By SMS too, where there is a phone. */
    bySms: boolean('by_sms').notNull(),
    /** As sent: people, SMS and the units that the carrier counts. */
    people: integer('people').notNull().default(0),
    texts: integer('texts').notNull().default(0),
    units: integer('units').notNull().default(0),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id),
    senderLabel: text('sender_label').notNull(),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    index('announcements_offering_idx').on(t.offeringId, t.createdAt),
    index('announcements_segment_idx').on(t.segmentId, t.createdAt),
    index('announcements_session_idx').on(t.sessionId, t.createdAt),
    check(
      'announcements_of_one',
      sql`(offering_id is null) = (segment_id is not null) and (segment_id is null) = (definition is null)
        and (segment_id is null) = (audience <> 'segment')`,
    ),
    check('announcements_sent', sql`(status = 'draft') = (sent_at is null)`),
    check('announcements_withdrawn', sql`(status = 'withdrawn') = (withdrawn_at is not null)`),
  ],
);

/** To whom it went: each account once, with the booking that it was about. Insert-only. RLS. */
export const announcementRecipients = pgTable(
  'announcement_recipients',
  {
    announcementId: uuid('announcement_id')
      .notNull()
      .references(() => announcements.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Null: it went to a 人群. */
    bookingId: uuid('booking_id').references(() => bookings.id),
    /** An SMS left with it, or was to leave. */
    bySms: boolean('by_sms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.announcementId, t.accountId] }),
    index('announcement_recipients_account_idx').on(t.accountId),
  ],
);
