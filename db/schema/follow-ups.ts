import { sql } from 'drizzle-orm';
import { check, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bookings } from './bookings';
import { at } from './columns';
import { followUpAnswers } from './enums';
import { accounts, people } from './identity';
import { offerings } from './offerings';
import { organisations } from './organisations';

/**
 * 培训回访: what one person was asked some months after a training, and what they answered. Who it was goes
 * after some years; the count stays. RLS: the person, and the organiser.
 */
export const followUps = pgTable(
  'follow_ups',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    /** Null, like account and person, once it is forgotten who it was. */
    bookingId: uuid('booking_id').references(() => bookings.id),
    accountId: uuid('account_id').references(() => accounts.id),
    personId: uuid('person_id').references(() => people.id),
    /** The first or the second time that a person is asked. */
    round: smallint('round').notNull(),
    /** So many months after the last lesson, as the setting was then. */
    months: smallint('months').notNull(),
    askedAt: at('asked_at').notNull(),
    answer: text('answer', { enum: followUpAnswers }),
    answeredAt: at('answered_at'),
  },
  (t) => [
    uniqueIndex('follow_ups_once_idx').on(t.bookingId, t.round),
    index('follow_ups_offering_idx').on(t.offeringId, t.round),
    index('follow_ups_account_idx').on(t.accountId, t.askedAt),
    check('follow_ups_round', sql`round in (1, 2) and months between 1 and 24`),
    check('follow_ups_answered', sql`(answer is null) = (answered_at is null)`),
    check(
      'follow_ups_known',
      sql`(account_id is null) = (booking_id is null)
      and (account_id is null) = (person_id is null)`,
    ),
  ],
);
