import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, sealedColumn } from './columns';
import { correctionStatuses } from './enums';
import { children } from './family';
import { accounts, people } from './identity';
import { organisations } from './organisations';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/**
 * 资料更正: a wrong character of a name, a wrong birth date, a wrong digit of a document, of a person or of
 * a child. What stood and what is asked for is sealed, and goes with the proof some time after the answer. RLS.
 */
export const identityCorrections = pgTable(
  'identity_corrections',
  {
    id: uuid('id').primaryKey(),
    /** 办件号, given when it is sent. */
    number: text('number'),
    /** Who asks; of a correction at the counter, whom it is about. */
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    childId: uuid('child_id').references(() => children.id),
    /** The person or the child, so that one index serves both. */
    subjectId: uuid('subject_id').notNull(),
    /** Whose desk answers. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    origin: text('origin', { enum: ['asked', 'counter'] })
      .notNull()
      .default('asked'),
    status: text('status', {
      enum: correctionStatuses,
    }).notNull(),
    /** Which group of facts: the name, the document with birth date and sex. */
    fields: text('fields').array().notNull(),
    /** JSON of what stood, what is right and why; null once it was forgotten. */
    detailsSealed: text('details_sealed'),
    /** The officer's words; whoever asked reads them. */
    answer: text('answer'),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
  },
  (t) => [
    uniqueIndex('identity_corrections_open_idx')
      .on(t.subjectId)
      .where(sql`status in ('draft', 'waiting')`),
    uniqueIndex('identity_corrections_number_idx').on(t.number),
    index('identity_corrections_desk_idx').on(t.organisationId, t.status, t.sentAt),
    index('identity_corrections_account_idx').on(t.accountId, t.createdAt),
    check('identity_corrections_sent', sql`(status = 'draft') = (number is null)`),
    check(
      'identity_corrections_decided',
      sql`(status in ('corrected', 'refused')) = (decided_at is not null)`,
    ),
  ],
);

/** A picture of the document, as a JPEG without what the camera wrote into it, sealed. RLS. */
export const correctionProofs = pgTable(
  'correction_proofs',
  {
    id: uuid('id').primaryKey(),
    correctionId: uuid('correction_id')
      .notNull()
      .references(() => identityCorrections.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    photoSealed: bytea('photo_sealed').notNull(),
    addedAt: at('added_at').notNull(),
  },
  (t) => [uniqueIndex('correction_proofs_order_idx').on(t.correctionId, t.position)],
);

export const correctionDetails = sealedColumn('identity_corrections', 'details_sealed');
export const correctionPhoto = sealedColumn('correction_proofs', 'photo_sealed');
