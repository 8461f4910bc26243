import {
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { accounts, people } from './identity';
import { offerings } from './offerings';
import { organisations } from './organisations';

/**
 * Which hospital desk receives the people who booked a half-day at a place of an offering. By place,
 * so that slots added later at the same hospital need no second step. Nothing about a person.
 */
export const screeningHospitals = pgTable(
  'screening_hospitals',
  {
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    /** As written on the slots. */
    place: text('place').notNull(),
    hospitalId: uuid('hospital_id')
      .notNull()
      .references(() => organisations.id),
    setBy: uuid('set_by').references(() => accounts.id),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.offeringId, t.place] }),
    index('screening_hospitals_hospital_idx').on(t.hospitalId),
  ],
);

/**
 * 通知再来: a woman says that her hospital has asked her back, and 女职工部 verifies it; then the interval
 * of this offering does not bar her. That is health data: she consents to it alone, the verdict is
 * sealed, and the row goes when the offering is over. RLS: herself and the organiser.
 */
export const returnVisits = pgTable(
  'return_visits',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    /** 核实属实 or not, with the words to her; null while it waits. */
    verdictSealed: text('verdict_sealed'),
    createdAt: at('created_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('return_visits_once_idx').on(t.offeringId, t.personId),
    index('return_visits_desk_idx').on(t.organiserId, t.decidedAt),
  ],
);

export const returnVerdict = sealedColumn('return_visits', 'verdict_sealed');
