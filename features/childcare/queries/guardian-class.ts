import 'server-only';
import { and, asc, desc, eq, gte, isNull, or } from 'drizzle-orm';
import {
  childRecordViews,
  classAbsences,
  classIncidents,
  pickUpBearer,
  pickUpCode,
  pickUpCodes,
} from '@/db/schema/childcare';
import { childName, children } from '@/db/schema/family';
import { meetingOnDay, timedOf } from '@/features/offerings/rules/meetings';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { daysAhead, isPickUpOpen, unknownDay } from '../rules/class-day';
import { withCorrections } from '../rules/incident';
import { childDays } from './child-days';
import { pickUpListOf } from './class-child';
import { guardedBooking } from './guarded-booking';
import { incidentLines } from './incidents';

/** The code of today that still counts, for the guardian to pass on. */
async function codeOf(tx: Ctx, bookingId: string, onDay: string) {
  const [row] = await tx.db
    .select()
    .from(pickUpCodes)
    .where(
      and(
        eq(pickUpCodes.bookingId, bookingId),
        eq(pickUpCodes.onDay, onDay),
        isNull(pickUpCodes.usedAt),
        isNull(pickUpCodes.replacedAt),
      ),
    );
  if (!row) return null;
  const code = openField(row.codeSealed, pickUpCode(row.id));
  return { code, bearer: openField(row.bearerSealed, pickUpBearer(row.id)) };
}

/** The child's name, which the row policies show to its guardians. */
async function nameOf(tx: Ctx, childId: string) {
  const [row] = await tx.db
    .select({ nameSealed: children.nameSealed })
    .from(children)
    .where(eq(children.id, childId));
  return row ? openField(row.nameSealed, childName(childId)) : '';
}

const MOST_LOOKS = 30;

/**
 * What a guardian sees of a class: where the child is today, the code, absences, incidents, and who
 * looked at the record. Both guardians see the same; nobody else sees anything.
 */
export async function getGuardianClass(ctx: Ctx, bookingId: string) {
  return read(ctx, async (tx) => {
    const { answers: _answers, ...booking } = await guardedBooking(tx, bookingId);
    const today = todayOn(tx.now);
    const { sessionId, childId } = booking;
    const [days, code, absences, incidents, looks, name] = await Promise.all([
      childDays(tx, [bookingId], today),
      codeOf(tx, bookingId, today),
      tx.db
        .select({ on: classAbsences.onDay })
        .from(classAbsences)
        .where(
          and(
            eq(classAbsences.bookingId, bookingId),
            gte(classAbsences.onDay, today),
            isNull(classAbsences.toldAt),
          ),
        )
        .orderBy(asc(classAbsences.onDay)),
      incidentLines(
        tx,
        and(
          eq(classIncidents.sessionId, sessionId),
          or(eq(classIncidents.bookingId, bookingId), isNull(classIncidents.bookingId)),
        ),
      ),
      tx.db
        .select({
          id: childRecordViews.id,
          at: childRecordViews.at,
          who: childRecordViews.viewerLabel,
          role: childRecordViews.viewerRole,
          what: childRecordViews.what,
        })
        .from(childRecordViews)
        .where(eq(childRecordViews.childId, childId))
        .orderBy(desc(childRecordViews.id))
        .limit(MOST_LOOKS),
      nameOf(tx, childId),
    ]);
    return {
      ...booking,
      name,
      today,
      now: tx.now,
      meeting: meetingOnDay(timedOf(booking), today),
      day: days.get(bookingId) ?? unknownDay,
      code,
      absences: absences.map((row) => row.on),
      ahead: daysAhead(booking, today),
      incidents: withCorrections(incidents),
      looks,
    };
  });
}

export type GuardianClass = Awaited<ReturnType<typeof getGuardianClass>>;
export type Look = GuardianClass['looks'][number];

/** Who may fetch the child, with pictures, for its guardians; and whether the list may change now. */
export async function getPickUpList(ctx: Ctx, bookingId: string) {
  return read(ctx, async (tx) => {
    const booking = await guardedBooking(tx, bookingId);
    const people = await pickUpListOf(tx, booking);
    const isOpen = isPickUpOpen(booking, tx.now);
    return { bookingId, title: booking.title, people, isOpen };
  });
}
