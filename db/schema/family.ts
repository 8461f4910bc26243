import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { guardianStatuses, relations } from './enums';
import { accounts, consents, people } from './identity';

/** A child, once, whoever of the two guardians entered it. Name, birth date and ID are sealed. RLS. */
export const children = pgTable(
  'children',
  {
    id: uuid('id').primaryKey(),
    nameSealed: text('name_sealed').notNull(),
    nameMasked: text('name_masked').notNull(),
    idType: text('id_type').notNull(),
    idSealed: text('id_sealed').notNull(),
    idIndex: text('id_index').notNull(),
    idMasked: text('id_masked').notNull(),
    birthSealed: text('birth_sealed').notNull(),
    sex: text('sex', { enum: ['male', 'female'] }).notNull(),
    school: text('school'),
    /** Calendar year of entering grade 1; the grade after any summer follows from it. */
    schoolEntryYear: integer('school_entry_year').notNull(),
    version: integer('version').notNull().default(1),
    removedAt: at('removed_at'),
    /** Turned 18: its guardians' rights have ended, whoever it is acts for themselves. */
    cameOfAgeAt: at('came_of_age_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('children_id_idx').on(t.idIndex).where(sql`removed_at is null`)],
);

/** Who may act for a child. A second guardian is invited by phone and confirms with their own sign-in. RLS. */
export const guardians = pgTable(
  'guardians',
  {
    id: uuid('id').primaryKey(),
    childId: uuid('child_id')
      .notNull()
      .references(() => children.id),
    personId: uuid('person_id').references(() => people.id),
    accountId: uuid('account_id').references(() => accounts.id),
    relation: text('relation', { enum: relations }),
    status: text('status', { enum: guardianStatuses }).notNull(),
    invitedPhoneIndex: text('invited_phone_index'),
    invitedPhoneTail: text('invited_phone_tail'),
    invitedBy: uuid('invited_by').references(() => accounts.id),
    consentId: uuid('consent_id').references(() => consents.id),
    expiresAt: at('expires_at'),
    confirmedAt: at('confirmed_at'),
    endedAt: at('ended_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('guardians_person_idx').on(t.childId, t.personId).where(sql`status = 'confirmed'`),
    uniqueIndex('guardians_invite_idx')
      .on(t.childId, t.invitedPhoneIndex)
      .where(sql`status = 'invited'`),
    index('guardians_by_person_idx').on(t.personId, t.status),
    index('guardians_by_invite_idx').on(t.invitedPhoneIndex).where(sql`status = 'invited'`),
  ],
);

export const childName = sealedColumn('children', 'name_sealed');
export const childDocument = sealedColumn('children', 'id_sealed');
export const childBirth = sealedColumn('children', 'birth_sealed');
