import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { classOpenings } from '@/db/schema/childcare';
import { childName, children } from '@/db/schema/family';
import { meetingDays, nearestMeeting } from '@/features/attendance/rules/meeting-days';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readOnRecord, within } from '@/lib/transaction';
import { unknownDay } from '../rules/class-day';
import { gapWords } from '../rules/readiness';
import { childDays } from './child-days';
import { enterClass, listGaps, mayLookAfter } from './class-access';

/** The children of a class by name, in the order of booking. Run it as the house, after `enterClass`. */
export async function childrenOf(systemTx: Ctx, sessionId: string) {
  const rows = await systemTx.db
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

/** Whether a class stands open, and why it may not begin a new day. */
export async function findClassDoor(systemTx: Ctx, sessionId: string, on: string) {
  const [opening] = await systemTx.db
    .select({ at: classOpenings.openedAt })
    .from(classOpenings)
    .where(eq(classOpenings.sessionId, sessionId));
  return { isOpen: Boolean(opening), gaps: gapWords(await listGaps(systemTx, sessionId, on)) };
}

/**
 * One day of a class for who runs it: each child by name and where it is. Names only; the record of a
 * child is a page of its own, and each look at that is recorded.
 */
export async function getClassDay(ctx: Ctx, sessionId: string, asked?: string) {
  return readOnRecord(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    const today = todayOn(tx.now);
    const days = meetingDays(facts);
    const past = days.filter((day) => day.on <= today);
    const on =
      past.find((day) => day.on === asked)?.on ?? nearestMeeting(days, tx.now)?.on ?? today;
    const { lines, door } = await within(tx, asSystem(tx), async (systemTx) => {
      const found = await childrenOf(systemTx, sessionId);
      const known = await childDays(
        systemTx,
        found.map((child) => child.bookingId),
        on,
      );
      return {
        lines: found.map((child) => ({ ...child, day: known.get(child.bookingId) ?? unknownDay })),
        door: await findClassDoor(systemTx, sessionId, today),
      };
    });
    await recordAudit(tx, {
      action: 'view_class_day',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { on, children: lines.length },
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
      looksAfter,
      now: tx.now,
    };
    return { ...facts, ...door, ...shown };
  });
}

export type ClassDay = Awaited<ReturnType<typeof getClassDay>>;
export type ClassLine = ClassDay['lines'][number];
