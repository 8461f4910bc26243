import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bookings } from './bookings';
import { at, sealedColumn } from './columns';
import { absenceCauses, excuseStatuses, offeringKinds } from './enums';
import { accounts } from './identity';
import { organisations } from './organisations';

/**
 * 爽约申诉 and 现场豁免: at most one row for each absence. `accepted` and `excused` take the absence out of
 * the no-show count. RLS: whoever booked, the child's guardians, the organiser.
 */
export const absenceExcuses = pgTable(
  'absence_excuses',
  {
    bookingId: uuid('booking_id')
      .primaryKey()
      .references(() => bookings.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: offeringKinds }).notNull(),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    status: text('status', { enum: excuseStatuses }).notNull(),
    /** People write of illness here, so it is sealed; null for an exemption on the spot. */
    reasonSealed: text('reason_sealed'),
    /** Of an exemption on the spot: why, in a word. */
    cause: text('cause', { enum: absenceCauses }),
    /** The officer's words to the person. */
    answer: text('answer'),
    createdAt: at('created_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('absence_excuses_desk_idx').on(t.organiserId, t.status, t.createdAt),
    index('absence_excuses_account_idx').on(t.accountId),
    check(
      'absence_excuses_cause',
      sql`cause is null or (status = 'excused' and cause in ('asked', 'work', 'family', 'other'))`,
    ),
  ],
);

export const excuseReason = sealedColumn('absence_excuses', 'reason_sealed');
