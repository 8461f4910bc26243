import { sql } from 'drizzle-orm';
import {
  bigserial,
  check,
  customType,
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
  candidatePosts,
  candidateTies,
  foundingFileKinds,
  foundingForms,
  foundingKinds,
  foundingSteps,
} from './enums';
import { accounts } from './identity';
import { employers, organisations } from './organisations';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** 建会: a union on its way from lead to certificate. Where it stands follows from its steps alone. RLS. */
export const foundings = pgTable(
  'foundings',
  {
    id: uuid('id').primaryKey(),
    /** The town of the first employer, else the federation: who sees it. */
    placeId: uuid('place_id')
      .notNull()
      .references(() => organisations.id),
    /** The union one level up, which approves (工会法 12). */
    parentId: uuid('parent_id')
      .notNull()
      .references(() => organisations.id),
    /** 换届, 变更, 注销 and 补证 are matters of a union that is there. */
    kind: text('kind', { enum: foundingKinds }).notNull().default('founding'),
    form: text('form', { enum: foundingForms }).notNull(),
    name: text('name').notNull(),
    /** Once founded: the union in the tree. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    /** Who is asked; the phone is deleted once it is over. */
    contactName: text('contact_name'),
    contactPhoneSealed: text('contact_phone_sealed'),
    contactPhoneTail: text('contact_phone_tail'),
    /** 筹备组, as on the 请示. */
    preparingGroup: text('preparing_group'),
    purpose: text('purpose'),
    createdBy: uuid('created_by').references(() => accounts.id),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    index('foundings_place_idx').on(t.placeId, t.createdAt),
    uniqueIndex('foundings_organisation_idx').on(t.organisationId).where(sql`kind = 'founding'`),
    index('foundings_affairs_idx').on(t.organisationId, t.kind),
    check('foundings_contact', sql`(contact_phone_sealed is null) = (contact_phone_tail is null)`),
    check('foundings_union', sql`kind = 'founding' or organisation_id is not null`),
  ],
);

/** The employers whose workers found it; a joint union has several. RLS as the founding. */
export const foundingEmployers = pgTable(
  'founding_employers',
  {
    foundingId: uuid('founding_id')
      .notNull()
      .references(() => foundings.id),
    employerId: uuid('employer_id')
      .notNull()
      .references(() => employers.id),
    /** Founded or abandoned: it may take part in another. */
    releasedAt: at('released_at'),
  },
  (t) => [
    primaryKey({ columns: [t.foundingId, t.employerId] }),
    uniqueIndex('founding_employers_open_idx').on(t.employerId).where(sql`released_at is null`),
  ],
);

/** Each step that was taken: append-only, with the paper behind it. RLS as the founding. */
export const foundingActions = pgTable(
  'founding_actions',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    foundingId: uuid('founding_id')
      .notNull()
      .references(() => foundings.id),
    /** From 1, without a gap: what a page was made from. */
    position: integer('position').notNull(),
    step: text('step', { enum: foundingSteps }).notNull(),
    doneOn: date('done_on').notNull(),
    documentNo: text('document_no'),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    recordedBy: uuid('recorded_by').references(() => accounts.id),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    uniqueIndex('founding_actions_position_idx').on(t.foundingId, t.position),
    check('founding_actions_term', sql`step <> 'founded' or (facts ->> 'term') in ('3', '5')`),
  ],
);

/** 候选人, as the preparing group names them; a name that was taken back stays with its reason. RLS. */
export const foundingCandidates = pgTable(
  'founding_candidates',
  {
    id: uuid('id').primaryKey(),
    foundingId: uuid('founding_id')
      .notNull()
      .references(() => foundings.id),
    name: text('name').notNull(),
    post: text('post', { enum: candidatePosts }).notNull(),
    ties: text('ties', { enum: candidateTies }).array().notNull(),
    position: smallint('position').notNull(),
    withdrawnAt: at('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    index('founding_candidates_founding_idx').on(t.foundingId, t.position),
    check(
      'founding_candidates_withdrawn',
      sql`(withdrawn_at is null) = (withdrawn_reason is null)`,
    ),
    check('founding_candidates_relatives', sql`not ('relative' = any (ties))`),
    check('founding_candidates_chair', sql`post <> 'chair' or ties = '{}'`),
  ],
);

/** A scan behind a step, drawn anew and sealed; one that was taken out keeps its line. RLS. */
export const foundingFiles = pgTable(
  'founding_files',
  {
    id: uuid('id').primaryKey(),
    foundingId: uuid('founding_id')
      .notNull()
      .references(() => foundings.id),
    kind: text('kind', { enum: foundingFileKinds }).notNull(),
    contentSealed: bytea('content_sealed'),
    addedBy: uuid('added_by').references(() => accounts.id),
    addedAt: at('added_at').notNull(),
    removedAt: at('removed_at'),
    removedReason: text('removed_reason'),
  },
  (t) => [
    index('founding_files_founding_idx').on(t.foundingId, t.addedAt),
    check(
      'founding_files_removed',
      sql`(removed_at is null) = (removed_reason is null)
        and (removed_at is null) = (content_sealed is not null)`,
    ),
  ],
);

export const foundingContactPhone = sealedColumn('foundings', 'contact_phone_sealed');
export const foundingFile = sealedColumn('founding_files', 'content_sealed');
