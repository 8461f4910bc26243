import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './columns';
import { clockEnds, clockEventTypes, clockUnits, silenceMeanings } from './enums';

const running = sql`ended_at is null and expired_at is null`;

/** 期限: a deadline of something, with all that its due day is computed from. RLS: who sees its subject. */
export const clocks = pgTable(
  'clocks',
  {
    id: uuid('id').primaryKey(),
    /** What it is a deadline of: the table's noun and the row. */
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** Which deadline of it; its room says what happens at the warning and at the due day. */
    kind: text('kind').notNull(),
    startOn: date('start_on').notNull(),
    unit: text('unit', { enum: clockUnits }).notNull(),
    length: smallint('length').notNull(),
    rollsOver: boolean('rolls_over').notNull(),
    silence: text('silence', { enum: silenceMeanings }).notNull(),
    /** HH:MM where the last day ends at the close of business; else at midnight. */
    closesAt: text('closes_at'),
    /** Days (working days for such a clock) before the due day; null: no warning. */
    warnBefore: smallint('warn_before'),
    pauses: jsonb('pauses').$type<{ from: string; to: string | null }[]>().notNull(),
    extension: jsonb('extension').$type<{
      unit: (typeof clockUnits)[number];
      length: number;
    }>(),
    /** Null while a pause lasts, as the two after it. */
    dueOn: date('due_on'),
    /** The instant from which it is missed. */
    lateAt: at('late_at'),
    warnOn: date('warn_on'),
    /** 暂定: a day of its sum lies in a year without a table of holidays. */
    provisional: boolean('provisional').notNull(),
    calendarVersion: integer('calendar_version').notNull(),
    startedAt: at('started_at').notNull(),
    warnedAt: at('warned_at'),
    /** When that was done which happens once the due day is over; from then on the day stands. */
    expiredAt: at('expired_at'),
    endedAt: at('ended_at'),
    /** From when its end counts: the due day itself where silence was the answer. */
    endedOn: date('ended_on'),
    endedHow: text('ended_how', { enum: clockEnds }),
  },
  (t) => [
    uniqueIndex('clocks_running_idx')
      .on(t.subjectKind, t.subjectId, t.kind)
      .where(sql`ended_at is null`),
    index('clocks_subject_idx').on(t.subjectId, t.kind, t.startedAt),
    index('clocks_late_idx').on(t.lateAt).where(running),
    index('clocks_warn_idx').on(t.warnOn).where(sql`${running} and warned_at is null`),
    index('clocks_calendar_idx').on(t.calendarVersion, t.id).where(running),
    check('clocks_length', sql`length >= 0`),
    check('clocks_due', sql`(due_on is null) = (late_at is null)`),
    check(
      'clocks_ended',
      sql`(ended_at is null) = (ended_on is null) and (ended_at is null) = (ended_how is null)`,
    ),
  ],
);

/** What moved a due day, and from where to where: append-only. RLS: as the clock. */
export const clockEvents = pgTable(
  'clock_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    clockId: uuid('clock_id')
      .notNull()
      .references(() => clocks.id),
    at: at('at').notNull(),
    type: text('type', { enum: clockEventTypes }).notNull(),
    dueBefore: date('due_before'),
    dueAfter: date('due_after'),
    calendarVersion: integer('calendar_version').notNull(),
    reason: text('reason'),
    actorLabel: text('actor_label').notNull(),
  },
  (t) => [index('clock_events_clock_idx').on(t.clockId, t.id)],
);
