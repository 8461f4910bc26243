import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import {
  applicationChannels,
  applicationRoutes,
  applicationStatuses,
  decisionKinds,
  membershipChangeReasons,
  membershipChangeTypes,
  membershipStatuses,
} from './enums';
import { accounts, people } from './identity';
import { employers, organisations } from './organisations';

/** Dated dictionary of occupations: reports freeze the version they used (domain.md §1.3). */
export const occupations = pgTable(
  'occupations',
  {
    code: text('code').notNull(),
    version: text('version').notNull(),
    name: text('name').notNull(),
    isNewForm: boolean('is_new_form').notNull(),
    inEightGroups: boolean('in_eight_groups').notNull(),
    sort: smallint('sort').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [primaryKey({ columns: [t.code, t.version] })],
);

/** 入会申请, from the first saved step to the decision. RLS. */
export const membershipApplications = pgTable(
  'membership_applications',
  {
    id: uuid('id').primaryKey(),
    number: text('number'),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    status: text('status', { enum: applicationStatuses }).notNull().default('draft'),
    version: integer('version').notNull().default(1),
    channel: text('channel', { enum: applicationChannels }).notNull(),
    enteredBy: uuid('entered_by').references(() => accounts.id),

    name: text('name'),
    pinyin: text('pinyin'),
    nameGrams: text('name_grams').array().notNull().default(sql`'{}'::text[]`),
    phoneTail: text('phone_tail').notNull(),
    idType: text('id_type'),
    idSealed: text('id_sealed'),
    idIndex: text('id_index'),
    idMasked: text('id_masked'),
    sex: text('sex', { enum: ['male', 'female'] }),
    birthOn: date('birth_on'),
    occupationCode: text('occupation_code'),
    occupationVersion: text('occupation_version'),
    /** How the union was found: its QR, the employer, the town's 网上会员之家 or the industry. */
    route: text('route', { enum: applicationRoutes }),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    employerId: uuid('employer_id').references(() => employers.id),
    employerName: text('employer_name'),
    townId: uuid('town_id').references(() => organisations.id),

    pledgeVersion: text('pledge_version'),
    submittedAt: at('submitted_at'),
    /** Whose desk it lies on: the union, then perhaps its parent. */
    deskId: uuid('desk_id').references(() => organisations.id),
    step: smallint('step').notNull().default(1),
    stepsTotal: smallint('steps_total').notNull().default(1),
    dueOn: date('due_on'),
    remindedAt: at('reminded_at'),
    escalatedAt: at('escalated_at'),
    openedAt: at('opened_at'),
    openedBy: uuid('opened_by').references(() => accounts.id),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    reason: text('reason'),
    sentBackFields: text('sent_back_fields').array().notNull().default(sql`'{}'::text[]`),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('applications_number_idx').on(t.number),
    uniqueIndex('applications_open_per_person_idx')
      .on(t.personId)
      .where(sql`status in ('draft', 'submitted', 'in_review', 'sent_back')`),
    index('applications_person_idx').on(t.personId, t.id),
    index('applications_id_idx').on(t.idIndex),
    index('applications_desk_idx').on(t.deskId, t.status, t.dueOn, t.id),
    index('applications_newest_idx').on(t.deskId, t.status, t.id),
    index('applications_organisation_idx').on(t.organisationId, t.status),
    index('applications_due_idx').on(t.dueOn).where(sql`status in ('submitted', 'in_review')`),
    index('applications_grams_idx').using('gin', t.nameGrams),
    index('applications_pinyin_idx').on(t.pinyin),
    index('applications_phone_tail_idx').on(t.phoneTail),
    index('applications_done_idx')
      .on(t.deskId, t.decidedAt, t.id)
      .where(sql`status in ('approved', 'rejected')`),
    check(
      'applications_steps',
      sql`step between 1 and steps_total and steps_total between 1 and 2`,
    ),
    check(
      'applications_submitted_whole',
      sql`status in ('draft', 'withdrawn') or (number is not null and id_index is not null and organisation_id is not null and desk_id is not null)`,
    ),
  ],
);

/** 经过: append-only, who (department, not a name, towards the worker) and when. RLS. */
export const applicationEvents = pgTable(
  'application_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => membershipApplications.id),
    at: at('at').notNull(),
    type: text('type').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    actorAccountId: uuid('actor_account_id'),
    /** What the worker reads: 本人, 系统, or the union's name. */
    actorLabel: text('actor_label').notNull(),
    note: text('note'),
    fields: text('fields').array(),
  },
  (t) => [
    index('application_events_application_idx').on(t.applicationId, t.id),
    // For how often a reason is used.
    index('application_events_reasons_idx').on(t.at).where(sql`type in ('sent_back', 'rejected')`),
  ],
);

/** What an officer decided, and how the row stood before: an undo restores exactly that. RLS. */
export const applicationDecisions = pgTable(
  'application_decisions',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => membershipApplications.id),
    decision: text('decision', { enum: decisionKinds }).notNull(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => accounts.id),
    at: at('at').notNull(),
    /** Until then nothing has been sent, and the officer may take it back. */
    undoUntil: at('undo_until').notNull(),
    /** What this decision's messages are keyed with, for recalling them. */
    messagePrefix: text('message_prefix').notNull(),
    /** Dates, desk and step as they were; nothing about the person. */
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    undoneAt: at('undone_at'),
  },
  (t) => [
    index('application_decisions_application_idx').on(t.applicationId, t.at),
    index('application_decisions_officer_idx').on(t.officerId, t.at),
  ],
);

/** 会籍. One active membership a person. RLS. */
export const memberships = pgTable(
  'memberships',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    memberNo: text('member_no').notNull(),
    status: text('status', { enum: membershipStatuses }).notNull(),
    occupationCode: text('occupation_code').notNull(),
    occupationVersion: text('occupation_version').notNull(),
    isNewForm: boolean('is_new_form').notNull(),
    inEightGroups: boolean('in_eight_groups').notNull(),
    employerId: uuid('employer_id').references(() => employers.id),
    employerName: text('employer_name'),
    /** The first day of all; a transfer keeps it. */
    joinedOn: date('joined_on').notNull(),
    /** Where it was moved in from: the membership before, and the first day here. */
    previousId: uuid('previous_id').references((): AnyPgColumn => memberships.id),
    movedInOn: date('moved_in_on'),
    endedOn: date('ended_on'),
  },
  (t) => [
    uniqueIndex('memberships_number_idx').on(t.memberNo).where(sql`status <> 'left'`),
    uniqueIndex('memberships_previous_idx').on(t.previousId),
    index('memberships_any_number_idx').on(t.memberNo),
    uniqueIndex('memberships_active_idx').on(t.personId).where(sql`status <> 'left'`),
    index('memberships_organisation_idx').on(t.organisationId, t.status),
    index('memberships_newest_idx').on(t.joinedOn, t.id),
    /** Also those that ended: what somebody was on the day of a service. */
    index('memberships_person_idx').on(t.personId, t.joinedOn),
    check('memberships_status', sql`status in ('provisional', 'regular', 'retained', 'left')`),
    check('memberships_moved_in', sql`(previous_id is null) = (moved_in_on is null)`),
  ],
);

/** 会籍变化 log, append-only (domain.md §1.2: six types). RLS. */
export const membershipChanges = pgTable(
  'membership_changes',
  {
    id: uuid('id').primaryKey(),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => memberships.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    type: text('type', {
      enum: membershipChangeTypes,
    }).notNull(),
    reason: text('reason', { enum: membershipChangeReasons }),
    /** What the union wrote of it; nothing of an offence or an illness. */
    note: text('note'),
    /** The day from which it counts; `created_at` is when it was entered. */
    on: date('on').notNull(),
    isNewForm: boolean('is_new_form').notNull(),
    /** 入会 as 预备: counts as a new member only with its 转正. */
    provisional: boolean('provisional').notNull().default(false),
    applicationId: uuid('application_id').references(() => membershipApplications.id),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('membership_changes_person_idx').on(t.personId, t.on),
    index('membership_changes_report_idx').on(t.type, t.on),
    uniqueIndex('membership_changes_joined_once_idx')
      .on(t.applicationId)
      .where(sql`type = 'joined'`),
    check(
      'membership_changes_type',
      sql`type in ('joined', 'confirmed', 'moved_in', 'retained', 'restored', 'moved_out', 'resigned', 'lapsed', 'expelled')`,
    ),
    check(
      'membership_changes_reason',
      sql`reason in ('labour_change', 'laid_off', 'unemployed', 'bankrupt', 'own_wish', 'crime', 'retired', 'military', 'back_at_work', 'union_founded', 'no_dues', 'union_merged', 'union_closed')`,
    ),
  ],
);

export const applicationDocument = sealedColumn('membership_applications', 'id_sealed');
