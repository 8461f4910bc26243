import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './columns';
import { accounts, people } from './identity';
import { memberships } from './membership';
import { organisations } from './organisations';

/**
 * 借调: a member works elsewhere for some time, and the 会籍 stays. Two of one person never overlap, by an exclusion
 * constraint in SQL. RLS: the person, the home union and the host with all above them.
 */
export const secondments = pgTable(
  'secondments',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => memberships.id),
    /** The home union, whose officers keep it. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** A union of the federation, or a unit outside in words. */
    hostId: uuid('host_id').references(() => organisations.id),
    hostName: text('host_name'),
    startsOn: date('starts_on').notNull(),
    /** The last day, included. */
    endsOn: date('ends_on').notNull(),
    reason: text('reason').notNull(),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: at('created_at').notNull(),
    /** The last day of one that ended before its time. */
    endedOn: date('ended_on'),
    /** One that never began. */
    withdrawnAt: at('withdrawn_at'),
    endReason: text('end_reason'),
    endedBy: uuid('ended_by').references(() => accounts.id),
  },
  (t) => [
    index('secondments_person_idx').on(t.personId, t.startsOn),
    index('secondments_home_idx').on(t.organisationId, t.startsOn),
    index('secondments_host_idx').on(t.hostId, t.startsOn),
    index('secondments_membership_idx').on(t.membershipId),
    check('secondments_host', sql`(host_id is null) <> (host_name is null)`),
    check(
      'secondments_host_apart',
      sql`host_id <> organisation_id or withdrawn_at is not null or ended_on is not null`,
    ),
    check('secondments_days', sql`ends_on >= starts_on and ended_on between starts_on and ends_on`),
    check(
      'secondments_ended',
      sql`(end_reason is not null) = (ended_on is not null or withdrawn_at is not null)`,
    ),
  ],
);
