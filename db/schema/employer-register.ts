import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import {
  clusterAnswers,
  headCountEvidence,
  metRoles,
  registerOrigins,
  registerSources,
  registerStatuses,
  visitResults,
} from './enums';
import { accounts } from './identity';
import { employers, organisations } from './organisations';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** 企业台账: one row an employer that should have a union. Nothing in it describes a worker. RLS. */
export const registerEntries = pgTable(
  'register_entries',
  {
    employerId: uuid('employer_id')
      .primaryKey()
      .references(() => employers.id),
    /** The town it lies in, else the federation: follows `employers.town_id` by trigger. */
    placeId: uuid('place_id')
      .notNull()
      .references(() => organisations.id),
    source: text('source', { enum: registerSources }).notNull(),
    origin: text('origin', { enum: registerOrigins }).notNull(),
    /** The day the upper level handed it down, or somebody found it. */
    enteredOn: date('entered_on').notNull(),
    /** The day it came onto the list; null for one that was found and never was. One way. */
    listedOn: date('listed_on'),
    /** As typed; what is shown follows a founding under way and the tree. */
    status: text('status', { enum: registerStatuses }).notNull().default('untouched'),
    statusReason: text('status_reason'),
    staffCount: integer('staff_count'),
    staffCountedOn: date('staff_counted_on'),
    staffEvidence: text('staff_evidence', { enum: headCountEvidence }),
    responsibleId: uuid('responsible_id').references(() => accounts.id),
    nextVisitOn: date('next_visit_on'),
    /** The day of a visit that its officer was reminded of. */
    remindedFor: date('reminded_for'),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').references(() => accounts.id),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('register_entries_place_idx').on(t.placeId, t.nextVisitOn, t.employerId),
    index('register_entries_next_idx').on(t.nextVisitOn, t.employerId),
    check('register_entries_listed', sql`origin <> 'listed' or listed_on is not null`),
    check('register_entries_typed', sql`status not in ('preparing', 'founded')`),
    check(
      'register_entries_reason',
      sql`(status in ('unfit', 'ended')) = (status_reason is not null)`,
    ),
    check(
      'register_entries_counted',
      sql`(staff_count is null) = (staff_counted_on is null)
        and (staff_count is null) = (staff_evidence is null) and staff_count >= 0`,
    ),
  ],
);

/** 走访: append-only; a wrong one is corrected by a new row that names it. RLS. */
export const employerVisits = pgTable(
  'employer_visits',
  {
    id: uuid('id').primaryKey(),
    employerId: uuid('employer_id')
      .notNull()
      .references(() => registerEntries.employerId),
    visitedOn: date('visited_on').notNull(),
    met: text('met', { enum: metRoles }).notNull(),
    result: text('result', { enum: visitResults }).notNull(),
    nextVisitOn: date('next_visit_on'),
    corrects: uuid('corrects').references((): AnyPgColumn => employerVisits.id),
    correctionReason: text('correction_reason'),
    recordedBy: uuid('recorded_by').references(() => accounts.id),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    index('employer_visits_employer_idx').on(t.employerId, t.visitedOn),
    uniqueIndex('employer_visits_corrects_idx').on(t.corrects),
    check(
      'employer_visits_correction',
      sql`(corrects is null) = (correction_reason is null) and corrects <> id`,
    ),
    check('employer_visits_next', sql`next_visit_on > visited_on`),
  ],
);

/** The photos of a visit, drawn anew without place and camera. RLS as its visit. */
export const visitPhotos = pgTable(
  'visit_photos',
  {
    id: uuid('id').primaryKey(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => employerVisits.id),
    position: smallint('position').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    content: bytea('content').notNull(),
  },
  (t) => [uniqueIndex('visit_photos_order_idx').on(t.visitId, t.position)],
);

/** What an officer answered to a cluster: members of one employer in a 网上会员之家. RLS. */
export const clusterDecisions = pgTable(
  'cluster_decisions',
  {
    id: uuid('id').primaryKey(),
    homeId: uuid('home_id')
      .notNull()
      .references(() => organisations.id),
    employerId: uuid('employer_id').references(() => employers.id),
    /** Where the members typed a name that is not registered. */
    employerName: text('employer_name'),
    answer: text('answer', { enum: clusterAnswers }).notNull(),
    /** Members when it was answered: proposed again once they are more. */
    members: integer('members').notNull(),
    reason: text('reason'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    decidedAt: at('decided_at').notNull(),
  },
  (t) => [
    index('cluster_decisions_home_idx').on(t.homeId),
    check('cluster_decisions_whom', sql`num_nonnulls(employer_id, employer_name) = 1`),
    check('cluster_decisions_reason', sql`(answer = 'dismissed') = (reason is not null)`),
  ],
);
