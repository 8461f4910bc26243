import { sql } from 'drizzle-orm';
import {
  bigserial,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings } from './bookings';
import { at, sealedColumn } from './columns';
import { checklistItems, childRecordParts, classRoles, fetchedBy } from './enums';
import { children } from './family';
import { accounts } from './identity';
import { offeringSessions } from './offerings';
import { organisations } from './organisations';

const session = () =>
  uuid('session_id')
    .notNull()
    .references(() => offeringSessions.id);
const organiser = () =>
  uuid('organiser_id')
    .notNull()
    .references(() => organisations.id);
const booking = () =>
  uuid('booking_id')
    .notNull()
    .references(() => bookings.id);
const child = () =>
  uuid('child_id')
    .notNull()
    .references(() => children.id);

/** Who looks after a class. Of the background check only date, number and end are kept (未成年人保护法 62). RLS. */
export const classStaff = pgTable(
  'class_staff',
  {
    id: uuid('id').primaryKey(),
    sessionId: session(),
    organiserId: organiser(),
    role: text('role', { enum: classRoles }).notNull(),
    name: text('name').notNull(),
    phoneSealed: text('phone_sealed').notNull(),
    phoneIndex: text('phone_index').notNull(),
    phoneTail: text('phone_tail').notNull(),
    checkPassedOn: date('check_passed_on'),
    checkReference: text('check_reference'),
    /** Last day on which the check counts; the months come from a setting on the day of recording. */
    checkValidUntil: date('check_valid_until'),
    checkRecordedBy: uuid('check_recorded_by').references(() => accounts.id),
    removedAt: at('removed_at'),
    createdBy: uuid('created_by').references(() => accounts.id),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('class_staff_phone_idx').on(t.phoneIndex),
    uniqueIndex('class_staff_once_idx')
      .on(t.sessionId, t.phoneIndex)
      .where(sql`removed_at is null`),
    check(
      'class_staff_check_whole',
      sql`num_nulls(check_passed_on, check_reference, check_valid_until) in (0, 3)`,
    ),
    check('class_staff_check_order', sql`check_valid_until > check_passed_on`),
  ],
);

/** What must be settled before a class begins: one line per item that is. RLS. */
export const classChecklist = pgTable(
  'class_checklist',
  {
    sessionId: session(),
    organiserId: organiser(),
    item: text('item', { enum: checklistItems }).notNull(),
    doneOn: date('done_on').notNull(),
    /** Policy number, who inspected, which kitchen. */
    note: text('note').notNull(),
    recordedBy: uuid('recorded_by').references(() => accounts.id),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.item] })],
);

/** 开班. A trigger refuses the row while `class_gaps` finds anything. RLS. */
export const classOpenings = pgTable('class_openings', {
  sessionId: session().primaryKey(),
  organiserId: organiser(),
  openedAt: at('opened_at').notNull(),
  openedBy: uuid('opened_by').references(() => accounts.id),
});

/** A day on which a child does not come: announced by a guardian, or noticed and told to them. RLS. */
export const classAbsences = pgTable(
  'class_absences',
  {
    bookingId: booking(),
    onDay: date('on_day').notNull(),
    sessionId: session(),
    organiserId: organiser(),
    childId: child(),
    announcedAt: at('announced_at'),
    announcedBy: uuid('announced_by').references(() => accounts.id),
    toldAt: at('told_at'),
  },
  (t) => [
    primaryKey({ columns: [t.bookingId, t.onDay] }),
    index('class_absences_day_idx').on(t.sessionId, t.onDay),
  ],
);

/** Picture of a listed pick-up person, kept apart from the list so that it is loaded only when looked at. RLS. */
export const pickUpPhotos = pgTable(
  'pick_up_photos',
  {
    id: uuid('id').primaryKey(),
    bookingId: booking(),
    organiserId: organiser(),
    childId: child(),
    /** Blind index of the person's phone: another phone is another person, and loses the picture. */
    personKey: text('person_key').notNull(),
    photoSealed: text('photo_sealed').notNull(),
    addedAt: at('added_at').notNull(),
  },
  (t) => [uniqueIndex('pick_up_photos_person_idx').on(t.bookingId, t.personKey)],
);

/** 一次性接送码: one day, one use; a newer one replaces it. RLS. */
export const pickUpCodes = pgTable(
  'pick_up_codes',
  {
    id: uuid('id').primaryKey(),
    bookingId: booking(),
    organiserId: organiser(),
    childId: child(),
    onDay: date('on_day').notNull(),
    codeSealed: text('code_sealed').notNull(),
    /** Who will bring it, as the guardian wrote it. */
    bearerSealed: text('bearer_sealed').notNull(),
    madeBy: uuid('made_by').references(() => accounts.id),
    createdAt: at('created_at').notNull(),
    replacedAt: at('replaced_at'),
    usedAt: at('used_at'),
    wrongTries: integer('wrong_tries').notNull().default(0),
  },
  (t) => [
    uniqueIndex('pick_up_codes_current_idx')
      .on(t.bookingId, t.onDay)
      .where(sql`replaced_at is null and used_at is null`),
  ],
);

/** Each hand-over of a child, and each one that was refused. Insert-only. RLS. */
export const childHandOvers = pgTable(
  'child_hand_overs',
  {
    id: uuid('id').primaryKey(),
    bookingId: booking(),
    childId: child(),
    sessionId: session(),
    organiserId: organiser(),
    onDay: date('on_day').notNull(),
    at: at('at').notNull(),
    outcome: text('outcome', { enum: ['released', 'refused'] }).notNull(),
    by: text('by', { enum: fetchedBy }).notNull(),
    /** Name and relation of whoever came. */
    personSealed: text('person_sealed'),
    reason: text('reason'),
    staffAccountId: uuid('staff_account_id').references(() => accounts.id),
    staffLabel: text('staff_label').notNull(),
  },
  (t) => [
    uniqueIndex('child_hand_overs_once_idx')
      .on(t.bookingId, t.onDay)
      .where(sql`outcome = 'released'`),
    index('child_hand_overs_day_idx').on(t.sessionId, t.onDay),
  ],
);

/** Incident log of a class. Insert-only: a correction is a new line that names the old one. RLS. */
export const classIncidents = pgTable(
  'class_incidents',
  {
    id: uuid('id').primaryKey(),
    sessionId: session(),
    organiserId: organiser(),
    /** Null when it concerned the whole class. */
    bookingId: uuid('booking_id').references(() => bookings.id),
    childId: uuid('child_id').references(() => children.id),
    happenedAt: at('happened_at').notNull(),
    /** What, action taken, whom told. */
    bodySealed: text('body_sealed').notNull(),
    correctsId: uuid('corrects_id'),
    recordedBy: uuid('recorded_by').references(() => accounts.id),
    recorderLabel: text('recorder_label').notNull(),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    index('class_incidents_session_idx').on(t.sessionId, t.happenedAt),
    index('class_incidents_child_idx').on(t.childId, t.happenedAt),
  ],
);

/** Who looked at what of a child, for its guardians to read. Insert-only. RLS. */
export const childRecordViews = pgTable(
  'child_record_views',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    childId: child(),
    bookingId: booking(),
    organiserId: organiser(),
    accountId: uuid('account_id').references(() => accounts.id),
    viewerLabel: text('viewer_label').notNull(),
    /** In words: 区总女职工部, 带班老师. */
    viewerRole: text('viewer_role').notNull(),
    what: text('what', { enum: childRecordParts }).notNull(),
  },
  (t) => [index('child_record_views_child_idx').on(t.childId, t.at)],
);

/** 交接: what one of a class leaves for the next; open until somebody has seen to it. RLS. */
export const classNotes = pgTable(
  'class_notes',
  {
    id: uuid('id').primaryKey(),
    sessionId: session(),
    organiserId: organiser(),
    /** Null when it is about the whole class. */
    bookingId: uuid('booking_id').references(() => bookings.id),
    childId: uuid('child_id').references(() => children.id),
    bodySealed: text('body_sealed').notNull(),
    writtenBy: uuid('written_by').references(() => accounts.id),
    writerLabel: text('writer_label').notNull(),
    writtenAt: at('written_at').notNull(),
    closedBy: uuid('closed_by').references(() => accounts.id),
    closerLabel: text('closer_label'),
    closedAt: at('closed_at'),
  },
  (t) => [
    index('class_notes_session_idx').on(t.sessionId, t.writtenAt),
    check('class_notes_closed', sql`(closed_at is null) = (closer_label is null)`),
  ],
);

export const classStaffPhone = sealedColumn('class_staff', 'phone_sealed');
export const pickUpPhoto = sealedColumn('pick_up_photos', 'photo_sealed');
export const pickUpCode = sealedColumn('pick_up_codes', 'code_sealed');
export const pickUpBearer = sealedColumn('pick_up_codes', 'bearer_sealed');
export const handOverPerson = sealedColumn('child_hand_overs', 'person_sealed');
export const incidentBody = sealedColumn('class_incidents', 'body_sealed');
export const noteBody = sealedColumn('class_notes', 'body_sealed');
