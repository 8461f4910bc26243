import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings } from './bookings';
import { at, sealedColumn } from './columns';
import { answerFileKinds, questionTypes } from './enums';
import { children } from './family';
import { accounts, people } from './identity';
import { offeringSessions, offerings } from './offerings';
import { organisations } from './organisations';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** What an offering asks, as one form. `version` grows whenever somebody may have to answer again. */
export const questionForms = pgTable('question_forms', {
  offeringId: uuid('offering_id')
    .primaryKey()
    .references(() => offerings.id),
  version: integer('version').notNull().default(1),
  updatedAt: at('updated_at').notNull().defaultNow(),
});

/** One question. It keeps its id through all its versions; `lineage` also through copies of the offering. */
export const questions = pgTable(
  'questions',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => questionForms.offeringId),
    lineage: uuid('lineage').notNull(),
    position: integer('position').notNull(),
    version: integer('version').notNull().default(1),
    retiredAt: at('retired_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    index('questions_form_idx').on(t.offeringId, t.position),
    index('questions_lineage_idx').on(t.lineage),
  ],
);

/** The words and the kind of a question, one row for each version that asks something else. */
export const questionVersions = pgTable(
  'question_versions',
  {
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    version: integer('version').notNull(),
    type: text('type', { enum: questionTypes }).notNull(),
    label: text('label').notNull(),
    hint: text('hint'),
    required: boolean('required').notNull(),
    choices: text('choices').array().notNull().default(sql`'{}'::text[]`),
    least: integer('least'),
    most: integer('most'),
    /** Shown only when that earlier question was answered so. */
    showQuestionId: uuid('show_question_id').references(() => questions.id),
    showValue: text('show_value'),
    /** Asked of these sessions alone; empty means of all. */
    sessionIds: uuid('session_ids').array().notNull().default(sql`'{}'::uuid[]`),
    sensitive: boolean('sensitive').notNull(),
    /** Days after the offering's last session; then the answers go. */
    keptDays: integer('kept_days').notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').references(() => accounts.id),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.version] }),
    check('question_versions_kept', sql`kept_days between 0 and 1095`),
    check('question_versions_shown', sql`(show_question_id is null) = (show_value is null)`),
  ],
);

/** One person's answers to one offering's form: prepared before booking, then the booking's. RLS. */
export const answerSheets = pgTable(
  'answer_sheets',
  {
    id: uuid('id').primaryKey(),
    offeringId: uuid('offering_id')
      .notNull()
      .references(() => offerings.id),
    organiserId: uuid('organiser_id')
      .notNull()
      .references(() => organisations.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    childId: uuid('child_id').references(() => children.id),
    /** The person or the child. */
    attendeeId: uuid('attendee_id').notNull(),
    bookingId: uuid('booking_id').references(() => bookings.id),
    /** For which session it was prepared: another one may ask something else. */
    sessionId: uuid('session_id').references(() => offeringSessions.id),
    /** The version of the form up to which everything is answered; 0 while something is open. */
    completeVersion: integer('complete_version').notNull().default(0),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('answer_sheets_booking_idx').on(t.bookingId),
    uniqueIndex('answer_sheets_draft_idx')
      .on(t.offeringId, t.accountId, t.attendeeId)
      .where(sql`booking_id is null`),
    index('answer_sheets_person_idx').on(t.personId, t.attendeeId),
    index('answer_sheets_offering_idx').on(t.offeringId),
  ],
);

/** One answer, to one version of one question: plain, or sealed when the question is sensitive. RLS. */
export const answers = pgTable(
  'answers',
  {
    id: uuid('id').primaryKey(),
    sheetId: uuid('sheet_id')
      .notNull()
      .references(() => answerSheets.id),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    questionVersion: integer('question_version').notNull(),
    /** In an object: a bare "123" would come back as a number. */
    value: jsonb('value').$type<{ v: unknown }>(),
    valueSealed: text('value_sealed'),
    answeredAt: at('answered_at').notNull(),
    /** A consent that was taken back (PIPL 15). */
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('answers_one_idx').on(t.sheetId, t.questionId),
    index('answers_question_idx').on(t.questionId),
    check('answers_one_form', sql`(value is null) <> (value_sealed is null)`),
  ],
);

/** A file that answers a question: name and content sealed, whatever the question is. RLS. */
export const answerFiles = pgTable(
  'answer_files',
  {
    id: uuid('id').primaryKey(),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answers.id, { onDelete: 'cascade' }),
    nameSealed: text('name_sealed').notNull(),
    kind: text('kind', { enum: answerFileKinds }).notNull(),
    size: integer('size').notNull(),
    contentSealed: bytea('content_sealed').notNull(),
    uploadedAt: at('uploaded_at').notNull(),
  },
  (t) => [uniqueIndex('answer_files_answer_idx').on(t.answerId)],
);

/** What was deleted when its time was over, without any of it. Insert-only. */
export const purgeCertificates = pgTable(
  'purge_certificates',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull(),
    at: at('at').notNull(),
    offeringId: uuid('offering_id').notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    title: text('title').notNull(),
    /** By which rule: 到期, 未提交的草稿. */
    rule: text('rule', { enum: ['retention', 'unsent'] }).notNull(),
    /** Each question with its days and how many answers and files went. */
    purged: jsonb('purged').$type<readonly Record<string, unknown>[]>().notNull(),
    answers: integer('answers').notNull(),
    files: integer('files').notNull(),
    /** SHA-256 over the certificate's own content. */
    hash: text('hash').notNull(),
  },
  (t) => [
    uniqueIndex('purge_certificates_number_idx').on(t.number),
    index('purge_certificates_organisation_idx').on(t.organisationId, t.at),
  ],
);

export const answerValue = sealedColumn('answers', 'value_sealed');
export const answerFileName = sealedColumn('answer_files', 'name_sealed');
export const answerFileContent = sealedColumn('answer_files', 'content_sealed');
