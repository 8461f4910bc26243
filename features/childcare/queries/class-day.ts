import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { classOpenings } from '@/db/schema/childcare';
import { childName, children } from '@/db/schema/family';
import { nearestMeeting } from '@/features/attendance/rules/meeting-days';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readOnRecord } from '@/lib/transaction';
import { unknownDay } from '../rules/class-day';
import { gapWords } from '../rules/readiness';
import { childDays } from './child-days';
import { enterClass, listGaps, mayLookAfter } from './class-access';
import { listClassNotes } from './class-notes';

/** The children on the roll of a class by name, in the order of booking; empty for who does not run it. */
export async function childrenOf(tx: Ctx, sessionId: string) {
  const rows = await tx.db
    .select({
      bookingId: bookings.id,
      childId: children.id,
      nameSealed: children.nameSealed,
      hasHealth: bookings.healthSealed,
    })
    .from(bookings)
    .innerJoin(children, eq(children.id, bookings.childId))
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.status, [...onTheRoll])))
    .orderBy(asc(bookings.createdAt), asc(bookings.id));
  return rows.map(({ nameSealed, hasHealth, ...row }) => ({
    ...row,
    name: openField(nameSealed, childName(row.childId)),
    hasHealthNotes: hasHealth !== null,
  }));
}

/**
 * Whether a class has been opened, and what is missing for the day `on` (`YYYY-MM-DD`), in words;
 * no words when nothing is.
 */
export async function findClassDoor(tx: Ctx, sessionId: string, on: string) {
  const [opening] = await tx.db
    .select({ at: classOpenings.openedAt })
    .from(classOpenings)
    .where(eq(classOpenings.sessionId, sessionId));
  return { isOpen: Boolean(opening), gaps: gapWords(await listGaps(tx, sessionId, on)) };
}

/**
 * One day of a class for who runs it: each child by name and where it is. Names only; the record of a
 * child is a page of its own, and each look at that is recorded.
 */
export async function getClassDay(ctx: Ctx, sessionId: string, asked?: string) {
  return readOnRecord(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    const today = todayOn(tx.now);
    const days = meetingsOf(timedOf(facts));
    const past = days.filter((day) => day.on <= today);
    const on =
      past.find((day) => day.on === asked)?.on ?? nearestMeeting(days, tx.now)?.on ?? today;
    const found = await childrenOf(tx, sessionId);
    const ids = found.map((child) => child.bookingId);
    const known = await childDays(tx, ids, on);
    const lines = found.map((child) => ({
      ...child,
      day: known.get(child.bookingId) ?? unknownDay,
    }));
    const door = await findClassDoor(tx, sessionId, today);
    const notes = await listClassNotes(tx, sessionId);
    await recordAudit(tx, {
      action: 'view_class_day',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { on, children: lines.length, notes: notes.length },
    });
    const looksAfter = mayLookAfter(tx, facts);
    // A day that has begun goes on, whatever is missing since.
    const hasBegun = on === today && lines.some(({ day }) => day.signedInAt !== null);
    const shown = {
      on,
      today,
      hasBegun,
      days: past.map((day) => day.on),
      lines,
      notes,
      looksAfter,
      now: tx.now,
    };
    return { ...facts, ...door, ...shown };
  });
}

export type ClassDay = Awaited<ReturnType<typeof getClassDay>>;
export type ClassLine = ClassDay['lines'][number];
