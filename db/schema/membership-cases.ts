import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { membershipCaseKinds, membershipCaseStatuses } from './enums';
import { accounts, people } from './identity';
import { memberships } from './membership';
import { organisations } from './organisations';

/** 自动退会 and 除名: opened by one officer, carried out by another, never by the clock. RLS: desks and above. */
export const membershipCases = pgTable(
  'membership_cases',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: membershipCaseKinds }).notNull(),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => memberships.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    status: text('status', { enum: membershipCaseStatuses }).notNull(),
    /** 教育: when, by what way, what was said; of 自动退会. */
    warnings: jsonb('warnings').$type<{ on: string; note: string }[]>().notNull(),
    /** The judgement and what it says; of 除名. Each look is on record. */
    factsSealed: text('facts_sealed'),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => accounts.id),
    openedAt: at('opened_at').notNull(),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    decidedAt: at('decided_at'),
    decisionNote: text('decision_note'),
  },
  (t) => [
    uniqueIndex('membership_cases_open_idx').on(t.membershipId).where(sql`status = 'open'`),
    index('membership_cases_desk_idx').on(t.organisationId, t.status),
    index('membership_cases_person_idx').on(t.personId),
    check('membership_cases_facts', sql`kind = 'lapse' or facts_sealed is not null`),
    check('membership_cases_decided', sql`(status = 'open') = (decided_at is null)`),
    /** Whoever opened it does not carry it out. */
    check(
      'membership_cases_two',
      sql`status <> 'carried_out' or (decided_by is not null and decided_by <> opened_by)`,
    ),
  ],
);

export const caseFacts = sealedColumn('membership_cases', 'facts_sealed');
