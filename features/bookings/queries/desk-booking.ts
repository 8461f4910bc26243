import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { children } from '@/db/schema/family';
import { people } from '@/db/schema/identity';
import { offeringSessions } from '@/db/schema/offerings';
import { gradeOn } from '@/features/family/rules/grade';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { type Looked, withReadAudit } from './with-read-audit';

const columns = {
  id: bookings.id,
  number: bookings.number,
  status: bookings.status,
  version: bookings.version,
  attendee: bookings.attendeeMasked,
  phoneTail: bookings.phoneTail,
  childId: bookings.childId,
  entryYear: children.schoolEntryYear,
  guardianName: people.name,
  isOverride: bookings.isOverride,
  enteredBy: bookings.enteredBy,
  reason: bookings.reason,
  createdAt: bookings.createdAt,
  sessionId: bookings.sessionId,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  sessionDetails: offeringSessions.details,
  place: offeringSessions.place,
};

/**
 * One booking of an offering as its desk sees it, names masked, with its history, first to last. The caller
 * holds the offering from `getDeskOffering`, so scope is decided. Throws NotFound for one of another
 * offering.
 */
export async function getDeskBooking(ctx: Ctx, offering: Looked, bookingId: string) {
  if (!isUuid(bookingId)) throw new NotFound('booking');
  return withReadAudit(ctx, offering, async (tx) => {
    const [row] = await tx.db
      .select(columns)
      .from(bookings)
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .innerJoin(people, eq(people.id, bookings.personId))
      .leftJoin(children, eq(children.id, bookings.childId))
      .where(and(eq(bookings.id, bookingId), eq(bookings.offeringId, offering.id)));
    if (!row) throw new NotFound('booking');
    const history = await tx.db
      .select({
        at: bookingEvents.at,
        type: bookingEvents.type,
        by: bookingEvents.actorLabel,
        note: bookingEvents.note,
      })
      .from(bookingEvents)
      .where(eq(bookingEvents.bookingId, bookingId))
      .orderBy(asc(bookingEvents.id));
    const { guardianName, entryYear, enteredBy, ...booking } = row;
    return {
      ...booking,
      grade: entryYear === null ? null : gradeOn(entryYear, todayOn(row.startsAt)),
      guardian: row.childId && guardianName ? maskName(guardianName) : null,
      isEntered: enteredBy !== null,
      history,
      now: tx.now,
    };
  });
}

export type DeskBooking = Awaited<ReturnType<typeof getDeskBooking>>;
