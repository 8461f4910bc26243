import { sql } from 'drizzle-orm';
import {
  bigserial,
  check,
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings } from './bookings';
import { at } from './columns';
import { absenceCauses, checkInKinds, checkInWays } from './enums';
import { accounts, people } from './identity';
import { offeringSessions, offerings } from './offerings';
import { organisations } from './organisations';

/**
 * 签到 ledger, append-only: who came to which meeting, and every later mark. The id is made by the
 * device, so that sending a scan again changes nothing. The newest entry that is no repeat counts. RLS.
 */
export const checkIns = pgTable(
  'check_ins',
  {
    id: uuid('id').primaryKey(),
    /** The order of recording, which decides; a device's own clock may be wrong. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => offeringSessions.id),
    meetingOn: date('meeting_on').notNull(),
    kind: text('kind', { enum: checkInKinds }).notNull(),
    /** By the device, which may have been offline. */
    at: at('at').notNull(),
    recordedAt: at('recorded_at').notNull().defaultNow(),
    way: text('way', { enum: checkInWays }).notNull(),
    deviceId: text('device_id'),
    byAccount: uuid('by_account').references(() => accounts.id),
    /** Grows by one with each mark that took an arrival back, after which a new one may be made. */
    round: smallint('round').notNull().default(0),
    /** Of an `excused` entry: why, in a word. */
    cause: text('cause', { enum: absenceCauses }),
    /** Scanned once more: the entry that came first. Kept, so that nothing a device saw vanishes. */
    repeatOf: uuid('repeat_of'),
  },
  (t) => [
    uniqueIndex('check_ins_first_idx')
      .on(t.bookingId, t.meetingOn, t.kind, t.round)
      .where(sql`repeat_of is null and kind in ('in', 'out')`),
    index('check_ins_session_idx').on(t.sessionId, t.meetingOn, t.seq),
    index('check_ins_booking_idx').on(t.bookingId, t.seq),
    check(
      'check_ins_cause',
      sql`cause is null or (kind = 'excused' and cause in ('asked', 'work', 'family', 'other'))`,
    ),
  ],
);

/**
 * 结业证书: what it said on the day it was issued. Only its revocation is ever written later; a
 * corrected one is a new row that replaces it. RLS.
 */
export const certificates = pgTable(
  'certificates',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull(),
    /** In the QR code. Stored as it is: printed paper must stay checkable after any change of keys. */
    checkToken: text('check_token').notNull(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => offeringSessions.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    holder: text('holder').notNull(),
    holderMasked: text('holder_masked').notNull(),
    documentMasked: text('document_masked').notNull(),
    course: text('course').notNull(),
    issuer: text('issuer').notNull(),
    hours: integer('hours'),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    attended: integer('attended').notNull(),
    held: integer('held').notNull(),
    issuedOn: date('issued_on').notNull(),
    issuedAt: at('issued_at').notNull(),
    issuedBy: uuid('issued_by').references(() => accounts.id),
    replaces: uuid('replaces'),
    revokedAt: at('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => accounts.id),
    revokedReason: text('revoked_reason'),
  },
  (t) => [
    uniqueIndex('certificates_number_idx').on(t.number),
    uniqueIndex('certificates_check_token_idx').on(t.checkToken),
    uniqueIndex('certificates_one_valid_idx').on(t.bookingId).where(sql`revoked_at is null`),
    index('certificates_account_idx').on(t.accountId, t.issuedAt),
    index('certificates_offering_idx').on(t.offeringId, t.issuedAt),
    check('certificates_counted', sql`attended between 0 and held and held > 0`),
    check(
      'certificates_revoked',
      sql`(revoked_at is null) = (revoked_reason is null) and (revoked_reason is null or length(btrim(revoked_reason)) > 0)`,
    ),
  ],
);
