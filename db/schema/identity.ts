import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { assurances, roleNames, smsCodePurposes, textSizes } from './enums';
import { organisations } from './organisations';

export type RoleName = (typeof roleNames)[number];

declare module '@/lib/actor' {
  interface Declared {
    role: (typeof roleNames)[number];
  }
}

/** A way in: a phone, and for officers a password and a second factor. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    phoneIndex: text('phone_index').notNull(),
    phoneSealed: text('phone_sealed').notNull(),
    phoneTail: text('phone_tail').notNull(),
    displayName: text('display_name').notNull(),
    passwordHash: text('password_hash'),
    totpSealed: text('totp_sealed'),
    totpEnrolledAt: at('totp_enrolled_at'),
    /** Last accepted 30-second step: a code is good once. */
    totpLastStep: integer('totp_last_step'),
    wechatOpenidIndex: text('wechat_openid_index'),
    /** Keyed hash of issuer and subject (OpenID Connect). */
    oidcIndex: text('oidc_index'),
    textSize: text('text_size', { enum: textSizes }).notNull().default('standard'),
    disabledAt: at('disabled_at'),
    disabledReason: text('disabled_reason'),
    createdAt: at('created_at').notNull().defaultNow(),
    /** After long silence a phone may have a new owner. */
    lastSignedInAt: at('last_signed_in_at').notNull().defaultNow(),
    /** Made from a book, not by its person; nobody has signed in while `lastSignedInAt` is the same moment. */
    importedAt: at('imported_at'),
    /** Set when the number went to a new owner: the record stays, without a phone. */
    phoneReleasedAt: at('phone_released_at'),
  },
  (t) => [
    uniqueIndex('accounts_phone_idx').on(t.phoneIndex),
    uniqueIndex('accounts_wechat_idx').on(t.wechatOpenidIndex),
    uniqueIndex('accounts_oidc_idx').on(t.oidcIndex),
  ],
);

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [index('recovery_codes_account_idx').on(t.accountId)],
);

/** A 6-digit SMS code, bound to phone, purpose and browser; five tries; one use. */
export const smsCodes = pgTable(
  'sms_codes',
  {
    id: uuid('id').primaryKey(),
    phoneIndex: text('phone_index').notNull(),
    purpose: text('purpose', {
      enum: smsCodePurposes,
    }).notNull(),
    /** sha256 of the browser's own cookie, so that a code read over a shoulder is useless elsewhere. */
    browserHash: text('browser_hash').notNull(),
    codeHash: text('code_hash').notNull(),
    tries: smallint('tries').notNull().default(0),
    expiresAt: at('expires_at').notNull(),
    endedAt: at('ended_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('sms_codes_open_idx').on(t.phoneIndex, t.purpose, t.createdAt)],
);

/** Opaque, revocable sessions; only the SHA-256 of the token is here. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    assurance: text('assurance', { enum: assurances }).notNull(),
    mode: text('mode', { enum: ['member', 'staff'] })
      .notNull()
      .default('member'),
    device: text('device').notNull(),
    /** sha256 of the browser's own cookie, as in `known_devices`. */
    browserHash: text('browser_hash').notNull().default(''),
    createdAt: at('created_at').notNull().defaultNow(),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    /** Second factor given again for an export or a role change. */
    steppedUpAt: at('stepped_up_at'),
    expiresAt: at('expires_at').notNull(),
    endedAt: at('ended_at'),
    endedReason: text('ended_reason'),
  },
  (t) => [
    uniqueIndex('sessions_token_idx').on(t.tokenHash),
    index('sessions_account_idx').on(t.accountId, t.createdAt),
  ],
);

/** Browsers from which an account was signed in to before. RLS. */
export const knownDevices = pgTable(
  'known_devices',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    browserHash: text('browser_hash').notNull(),
    firstSeenAt: at('first_seen_at').notNull().defaultNow(),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.browserHash] }),
    index('known_devices_age_idx').on(t.lastSeenAt),
  ],
);

export const roleGrants = pgTable(
  'role_grants',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    role: text('role', { enum: roleNames }).notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    grantedBy: uuid('granted_by').references(() => accounts.id),
    grantedAt: at('granted_at').notNull().defaultNow(),
    revokedBy: uuid('revoked_by').references(() => accounts.id),
    revokedAt: at('revoked_at'),
    reason: text('reason'),
    /** Last day of the term; null while none was set. */
    endsOn: date('ends_on'),
  },
  (t) => [
    uniqueIndex('role_grants_active_idx')
      .on(t.accountId, t.role, t.organisationId)
      .where(sql`revoked_at is null`),
    index('role_grants_organisation_idx').on(t.organisationId),
    index('role_grants_ends_idx')
      .on(t.endsOn)
      .where(sql`revoked_at is null and ends_on is not null`),
  ],
);

/** An officer who never signed in, asked by phone: good once, until a day, for whoever proves the phone. RLS. */
export const roleInvitations = pgTable(
  'role_invitations',
  {
    id: uuid('id').primaryKey(),
    phoneIndex: text('phone_index').notNull(),
    phoneTail: text('phone_tail').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: roleNames }).notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    endsOn: date('ends_on'),
    reason: text('reason').notNull(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** Accepted or taken back. */
    endedAt: at('ended_at'),
    acceptedBy: uuid('accepted_by').references(() => accounts.id),
  },
  (t) => [
    uniqueIndex('role_invitations_open_idx')
      .on(t.phoneIndex, t.role, t.organisationId)
      .where(sql`ended_at is null`),
  ],
);

/** 代办: while an officer is on leave somebody else has their roles, for these days. RLS. */
export const deputies = pgTable(
  'deputies',
  {
    id: uuid('id').primaryKey(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => accounts.id),
    deputyId: uuid('deputy_id')
      .notNull()
      .references(() => accounts.id),
    startsOn: date('starts_on').notNull(),
    /** The last day, included. */
    endsOn: date('ends_on').notNull(),
    reason: text('reason').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    /** Ended before its last day. */
    endedAt: at('ended_at'),
  },
  (t) => [
    index('deputies_officer_idx').on(t.officerId, t.endsOn),
    index('deputies_deputy_idx').on(t.deputyId, t.endsOn),
    check('deputies_days', sql`starts_on <= ends_on`),
    check('deputies_other', sql`officer_id <> deputy_id`),
  ],
);

/** The human behind an account: identity as read from the document, sealed. RLS. */
export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name'),
    pinyin: text('pinyin'),
    initials: text('initials'),
    nameGrams: text('name_grams').array().notNull().default(sql`'{}'::text[]`),
    idType: text('id_type'),
    idSealed: text('id_sealed'),
    /** Set once a union has approved: one person, one membership (全总 2016 会籍办法). */
    idIndex: text('id_index'),
    idMasked: text('id_masked'),
    sex: text('sex', { enum: ['male', 'female'] }),
    birthOn: date('birth_on'),
    /** Found to be the same as this other record, which has everything since; null for a record that stands. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => people.id),
    /** The union whose member this person is now; whoever may see that union may see the person. */
    unionId: uuid('union_id').references(() => organisations.id),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('people_account_idx').on(t.accountId),
    uniqueIndex('people_id_idx').on(t.idIndex),
    index('people_grams_idx').using('gin', t.nameGrams),
    index('people_pinyin_idx').on(t.pinyin),
    index('people_union_idx').on(t.unionId, t.pinyin, t.id),
    index('people_merged_idx').on(t.mergedInto).where(sql`merged_into is not null`),
    index('people_birth_idx').on(t.birthOn),
  ],
);

/** What a person agreed to, in which words, for what; withdrawn as easily (PIPL 15). */
export const consents = pgTable(
  'consents',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    purpose: text('purpose').notNull(),
    textVersion: text('text_version').notNull(),
    textHash: text('text_hash').notNull(),
    subjectType: text('subject_type'),
    subjectId: uuid('subject_id'),
    givenAt: at('given_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [index('consents_account_idx').on(t.accountId, t.purpose)],
);

export const accountPhone = sealedColumn('accounts', 'phone_sealed');
export const accountTotp = sealedColumn('accounts', 'totp_sealed');
export const personDocument = sealedColumn('people', 'id_sealed');
