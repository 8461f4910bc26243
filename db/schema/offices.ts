import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import { certificateEnds, extensionStatuses, officeBodies, officeEnds, officePosts } from './enums';
import { accounts, people } from './identity';
import { organisations } from './organisations';

/** 届: a term of a union, by the 批复 that named it; a new election begins the next. RLS. */
export const unionTerms = pgTable(
  'union_terms',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** 第几届, from 1. */
    ordinal: smallint('ordinal').notNull(),
    beganOn: date('began_on').notNull(),
    years: smallint('years').$type<3 | 5>().notNull(),
    endsOn: date('ends_on').notNull(),
    /** 批复文号. */
    documentNo: text('document_no'),
    recordedBy: uuid('recorded_by').references(() => accounts.id),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    uniqueIndex('union_terms_ordinal_idx').on(t.organisationId, t.ordinal),
    index('union_terms_ends_idx').on(t.endsOn, t.organisationId),
    check('union_terms_years', sql`years in (3, 5)`),
    check('union_terms_days', sql`ends_on > began_on and ordinal >= 1`),
  ],
);

/** Who holds an office of a union, from when to when. Ended, never taken away. RLS. */
export const unionOffices = pgTable(
  'union_offices',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    termId: uuid('term_id')
      .notNull()
      .references(() => unionTerms.id),
    body: text('body', { enum: officeBodies }).notNull(),
    post: text('post', { enum: officePosts }).notNull(),
    /** As on the paper of the election. */
    name: text('name').notNull(),
    /** The member, once an officer has said who it is; a name alone tells nobody apart. */
    personId: uuid('person_id').references(() => people.id),
    fromOn: date('from_on').notNull(),
    endedOn: date('ended_on'),
    endedReason: text('ended_reason', { enum: officeEnds }),
    /** 文号 of the 批复 by which they came, and by which they went. */
    documentNo: text('document_no'),
    endDocumentNo: text('end_document_no'),
    recordedBy: uuid('recorded_by').references(() => accounts.id),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    index('union_offices_organisation_idx').on(t.organisationId, t.termId),
    index('union_offices_person_idx').on(t.personId),
    uniqueIndex('union_offices_chair_idx')
      .on(t.organisationId, t.body)
      .where(sql`post = 'chair' and ended_on is null`),
    check('union_offices_ended', sql`(ended_on is null) = (ended_reason is null)`),
    check('union_offices_days', sql`ended_on >= from_on`),
  ],
);

/** 工会法人资格登记证书; one counts at a time, the earlier ones say why they do not. RLS. */
export const unionCertificates = pgTable(
  'union_certificates',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    number: text('number').notNull(),
    issuedOn: date('issued_on').notNull(),
    validTo: date('valid_to').notNull(),
    voidOn: date('void_on'),
    voidReason: text('void_reason', { enum: certificateEnds }),
    recordedBy: uuid('recorded_by').references(() => accounts.id),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    uniqueIndex('union_certificates_live_idx').on(t.organisationId).where(sql`void_on is null`),
    uniqueIndex('union_certificates_number_idx').on(t.number).where(sql`void_on is null`),
    index('union_certificates_valid_idx').on(t.validTo).where(sql`void_on is null`),
    check('union_certificates_void', sql`(void_on is null) = (void_reason is null)`),
    check('union_certificates_days', sql`valid_to >= issued_on`),
  ],
);

/** 延期换届: a term that is asked to run on, and the answer; granted once for a term at most. RLS. */
export const unionTermExtensions = pgTable(
  'union_term_extensions',
  {
    id: uuid('id').primaryKey(),
    termId: uuid('term_id')
      .notNull()
      .references(() => unionTerms.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    status: text('status', { enum: extensionStatuses }).notNull(),
    askedOn: date('asked_on').notNull(),
    /** 请示文号. */
    askedNo: text('asked_no').notNull(),
    reason: text('reason').notNull(),
    /** As asked; once granted, as the paper says. */
    untilOn: date('until_on').notNull(),
    askedBy: uuid('asked_by').references(() => accounts.id),
    askedAt: at('asked_at').notNull(),
    decidedOn: date('decided_on'),
    /** 批复文号. */
    decidedNo: text('decided_no'),
    /** Why it was refused. */
    answer: text('answer'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
    decidedAt: at('decided_at'),
  },
  (t) => [
    index('union_term_extensions_union_idx').on(t.organisationId, t.askedAt),
    uniqueIndex('union_term_extensions_asked_idx').on(t.termId).where(sql`status = 'asked'`),
    uniqueIndex('union_term_extensions_granted_idx').on(t.termId).where(sql`status = 'granted'`),
    check('union_term_extensions_status', sql`status in ('asked', 'granted', 'refused')`),
    check(
      'union_term_extensions_decided',
      sql`(status = 'asked') = (decided_on is null)
        and (status = 'asked') = (decided_at is null) and (status = 'granted') = (decided_no is not null)
        and (status = 'refused') = (answer is not null)`,
    ),
  ],
);

/** What was reminded of: once for each term or certificate and each number of months before its end. */
export const unionReminders = pgTable(
  'union_reminders',
  {
    subjectId: uuid('subject_id').notNull(),
    months: smallint('months').notNull(),
    sentAt: at('sent_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.months] })],
);
