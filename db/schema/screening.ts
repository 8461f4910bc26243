import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './identity';
import { organisations } from './organisations';
import { offerings } from './programmes';

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
