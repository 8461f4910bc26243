import { sql } from 'drizzle-orm';
import {
  bigint,
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
import { at } from './columns';
import { namedKinds, outboxStatuses } from './enums';

/** One row per business change and per read of a sensitive field. INSERT-only; hash-chained per shard. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    shard: smallint('shard').notNull(),
    at: at('at').notNull(),
    actorAccountId: uuid('actor_account_id'),
    actorLabel: text('actor_label').notNull(),
    action: text('action').notNull(),
    entityType: text('entity_type').notNull(),
    entityId: text('entity_id').notNull(),
    organisationId: uuid('organisation_id'),
    before: jsonb('before'),
    after: jsonb('after'),
    reason: text('reason'),
    requestId: text('request_id').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_entries_entity_idx').on(t.entityType, t.entityId, t.id),
    index('audit_entries_actor_idx').on(t.actorAccountId, t.id),
    index('audit_entries_organisation_idx').on(t.organisationId, t.id),
    uniqueIndex('audit_entries_chain_idx').on(t.shard, t.prevHash),
  ],
);

/** The newest hash of each of the 16 chains; its row lock serialises one chain only. */
export const auditHeads = pgTable('audit_heads', {
  shard: smallint('shard').primaryKey(),
  hash: text('hash').notNull(),
});

/** Where the chains stood at night, signed outside the database; INSERT-only (lib/ledger/seal.ts). */
export const auditSeals = pgTable('audit_seals', {
  onDay: date('on_day').primaryKey(),
  madeAt: at('made_at').notNull(),
  heads: jsonb('heads').$type<{ shard: number; id: number; hash: string }[]>().notNull(),
  /** Signature of the seal before; '' for the first. */
  previous: text('previous').notNull(),
  signature: text('signature').notNull(),
});

/** A message on its way out of the system. The in-app notice is the source of truth; this is the courier's copy. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').primaryKey(),
    channel: text('channel', { enum: ['sms'] }).notNull(),
    accountId: uuid('account_id'),
    /** Only for a phone without an account yet; else the account's phone at sending time counts. */
    phoneSealed: text('phone_sealed'),
    phoneTail: text('phone_tail'),
    template: text('template').notNull(),
    params: jsonb('params').$type<Record<string, string>>().notNull(),
    /** Sealed, because a sign-in code must not stand readable in the table. */
    bodySealed: text('body_sealed').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    /** Asked for this minute by whoever reads it: goes out at night too. */
    urgent: boolean('urgent').notNull().default(false),
    status: text('status', { enum: outboxStatuses }).notNull().default('waiting'),
    sendAfter: at('send_after').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    lastError: text('last_error'),
    providerId: text('provider_id'),
    createdAt: at('created_at').notNull().defaultNow(),
    sentAt: at('sent_at'),
  },
  (t) => [
    uniqueIndex('outbox_dedupe_idx').on(t.dedupeKey),
    index('outbox_waiting_idx').on(t.sendAfter).where(sql`status = 'waiting'`),
    index('outbox_created_idx').on(t.createdAt),
    index('outbox_failed_idx').on(t.createdAt).where(sql`status = 'failed'`),
  ],
);

/** The in-app inbox: what we told whom. Readable from `visible_at` on (an undo may still take it back). */
export const notices = pgTable(
  'notices',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    link: text('link'),
    dedupeKey: text('dedupe_key').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    visibleAt: at('visible_at').notNull(),
    readAt: at('read_at'),
    cancelledAt: at('cancelled_at'),
  },
  (t) => [
    uniqueIndex('notices_dedupe_idx').on(t.dedupeKey),
    index('notices_account_idx').on(t.accountId, t.visibleAt),
  ],
);

/** Counters of attempts; one statement counts and answers. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    scope: text('scope').notNull(),
    subject: text('subject').notNull(),
    windowStart: at('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.subject] }),
    index('rate_limits_age_idx').on(t.windowStart),
  ],
);

/** The same of the last seconds, for `limitBurst`: unlogged, and emptied by a crash. */
export const bursts = pgTable(
  'bursts',
  {
    scope: text('scope').notNull(),
    subject: text('subject').notNull(),
    windowStart: at('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.subject] })],
);

/** Same key and same body: the same receipt, also after a lost COMMIT. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actorKey: text('actor_key').notNull(),
    key: uuid('key').notNull(),
    requestHash: text('request_hash').notNull(),
    response: jsonb('response'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.actorKey, t.key] }),
    index('idempotency_keys_age_idx').on(t.createdAt),
  ],
);

/** Holidays and 调休 working weekends, as the State Council announces them; editable. */
export const holidays = pgTable('holidays', {
  on: date('on').primaryKey(),
  kind: text('kind', { enum: ['off', 'work'] }).notNull(),
  name: text('name').notNull(),
});

/**
 * The table of holidays as it has been: one row for each transaction that changed it, by a trigger. A deadline
 * names the version that it was computed by.
 */
export const calendarVersions = pgTable('calendar_versions', {
  version: integer('version').primaryKey(),
  madeAt: at('made_at').notNull().defaultNow(),
  /** The database's number of the transaction: its second change is the same version. */
  madeIn: text('made_in').notNull(),
});

/** Numbers that change (days, ages, limits) and the deployer's own words (name, hotline). */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  updatedAt: at('updated_at').notNull().defaultNow(),
});

/** Gap-tolerant running numbers per series and day, e.g. the 18 in RH26-0605-0018. */
export const runningNumbers = pgTable(
  'running_numbers',
  {
    series: text('series').notNull(),
    last: bigint('last', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.series] }), check('running_numbers_positive', sql`last > 0`)],
);

/**
 * Names of applications, people and bookings for the desk's search, kept by triggers. Under row-level
 * security GIN answers nothing (`@>` is not leakproof), so it is asked through find_named() only, which
 * gives ids; the application's role cannot read the table.
 */
export const nameIndex = pgTable(
  'name_index',
  {
    kind: text('kind', { enum: namedKinds }).notNull(),
    entityId: uuid('entity_id').notNull(),
    grams: text('grams').array().notNull(),
    /** weixiaoman */
    reading: text('reading').notNull(),
    /** wxm */
    initials: text('initials').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.entityId] }),
    index('name_index_grams_idx').using('gin', t.grams),
    index('name_index_reading_idx').on(t.reading.op('text_pattern_ops')),
    index('name_index_initials_idx').on(t.initials.op('text_pattern_ops')),
  ],
);
