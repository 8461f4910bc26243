import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at } from './columns';
import { membershipChangeReasons, requestKinds } from './enums';
import { accounts, people } from './identity';
import { organisations } from './organisations';

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
