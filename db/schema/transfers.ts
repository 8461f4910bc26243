import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import {
  membershipChangeReasons,
  requestKinds,
  sideStatuses,
  transferRefusals,
  transferSideNames,
  transferStatuses,
  transferStopKinds,
} from './enums';
import { accounts, people } from './identity';
import { memberships } from './membership';
import { employers, organisations } from './organisations';

/**
 * What is asked of a desk about a 会籍: 转会 when an ID is on the books already (says nothing of whose),
 * or a member's own wish. RLS.
 */
export const transferRequests = pgTable(
  'transfer_requests',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Found at joining, or what a member asks: another union, other work, 退会. */
    kind: text('kind', { enum: requestKinds }).notNull().default('joining'),
    idIndex: text('id_index'),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** In the member's own words: the new union, why to leave. */
    wish: text('wish'),
    occupationCode: text('occupation_code'),
    employerName: text('employer_name'),
    /** 退休, 失业, 服兵役: why 保留, and since when. */
    changeReason: text('change_reason', { enum: membershipChangeReasons }),
    changeOn: date('change_on'),
    /** 退会: the one talk before it (会籍办法 21), by whom, and what was said. */
    talkedOn: date('talked_on'),
    talkedBy: uuid('talked_by').references(() => accounts.id),
    talkNote: text('talk_note'),
    status: text('status', { enum: ['requested', 'closed'] })
      .notNull()
      .default('requested'),
    note: text('note'),
    createdAt: at('created_at').notNull().defaultNow(),
    closedAt: at('closed_at'),
    closedBy: uuid('closed_by').references(() => accounts.id),
  },
  (t) => [
    uniqueIndex('transfer_requests_number_idx').on(t.number),
    uniqueIndex('transfer_requests_open_idx')
      .on(t.personId, t.kind)
      .where(sql`status = 'requested'`),
    index('transfer_requests_organisation_idx').on(t.organisationId, t.status),
    check(
      'transfer_requests_kind',
      sql`kind in ('joining', 'move', 'work', 'leave', 'retain', 'restore')`,
    ),
    check('transfer_requests_talk', sql`(talked_on is null) = (talked_by is null)`),
  ],
);

/** 转会: one 会籍 from a union to another; each side decides for itself. RLS. */
export const transfers = pgTable(
  'transfers',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => memberships.id),
    fromId: uuid('from_id')
      .notNull()
      .references(() => organisations.id),
    toId: uuid('to_id')
      .notNull()
      .references(() => organisations.id),
    employerId: uuid('employer_id').references(() => employers.id),
    employerName: text('employer_name'),
    status: text('status', { enum: transferStatuses }).notNull(),
    /** The officer of the new union who asked; null where the member did. */
    askedBy: uuid('asked_by').references(() => accounts.id),
    createdAt: at('created_at').notNull(),
    /** When the member confirmed it: the clocks count from that day. */
    openedAt: at('opened_at'),
    closedAt: at('closed_at'),
    /** First day at the new union; `closed_at` is when it was entered. */
    effectiveOn: date('effective_on'),
    newMembershipId: uuid('new_membership_id').references(() => memberships.id),
  },
  (t) => [
    uniqueIndex('transfers_number_idx').on(t.number),
    uniqueIndex('transfers_open_idx').on(t.personId).where(sql`status in ('proposed', 'open')`),
    index('transfers_from_idx').on(t.fromId, t.status),
    index('transfers_to_idx').on(t.toId, t.status),
    check('transfers_apart', sql`from_id <> to_id`),
    check('transfers_closed', sql`(status in ('proposed', 'open')) = (closed_at is null)`),
    check(
      'transfers_done',
      sql`(status = 'done') = (new_membership_id is not null) and (status = 'done') = (effective_on is not null)`,
    ),
  ],
);

/** 暂停转出: a dated object of one union, an election or a case. RLS: as the transfer. */
export const transferStops = pgTable(
  'transfer_stops',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text('kind', { enum: transferStopKinds }).notNull(),
    /** What it rests on: the number of the 换届 approval, that of the case. */
    basis: text('basis').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    index('transfer_stops_organisation_idx').on(t.organisationId, t.endsOn),
    check('transfer_stops_dated', sql`ends_on >= starts_on`),
  ],
);

/** One side of a 转会: whose desk it lies on and what that union said. RLS: as the transfer. */
export const transferSides = pgTable(
  'transfer_sides',
  {
    transferId: uuid('transfer_id')
      .notNull()
      .references(() => transfers.id),
    side: text('side', { enum: transferSideNames }).notNull(),
    /** The union, then perhaps the one above it: after an appeal, or when it did not answer. */
    deskId: uuid('desk_id')
      .notNull()
      .references(() => organisations.id),
    status: text('status', { enum: sideStatuses }).notNull(),
    /** The last day to answer; null while stopped or once nothing is asked of it. */
    dueOn: date('due_on'),
    refusal: text('refusal', { enum: transferRefusals }),
    note: text('note'),
    answeredAt: at('answered_at'),
    answeredBy: uuid('answered_by').references(() => accounts.id),
    /** From when its consent counts: the day of the answer, or the due day where it said nothing. */
    agreedOn: date('agreed_on'),
    appeal: text('appeal'),
    appealedAt: at('appealed_at'),
    appealNote: text('appeal_note'),
    appealDecidedAt: at('appeal_decided_at'),
    appealDecidedBy: uuid('appeal_decided_by').references(() => accounts.id),
    stopId: uuid('stop_id').references(() => transferStops.id),
    /** When the member last asked this side to hurry. */
    urgedAt: at('urged_at'),
  },
  (t) => [
    primaryKey({ columns: [t.transferId, t.side] }),
    index('transfer_sides_desk_idx').on(t.deskId, t.status),
    index('transfer_sides_stopped_idx').on(t.stopId).where(sql`status = 'stopped'`),
    check('transfer_sides_agreed', sql`(status in ('agreed', 'silent')) = (agreed_on is not null)`),
    check(
      'transfer_sides_refused',
      sql`status not in ('refused', 'appealed', 'upheld') or (refusal is not null and note is not null)`,
    ),
    check('transfer_sides_silence', sql`status <> 'silent' or side = 'out'`),
    /** Whoever refused does not decide the appeal. */
    check('transfer_sides_two', sql`appeal_decided_by is null or appeal_decided_by <> answered_by`),
  ],
);
