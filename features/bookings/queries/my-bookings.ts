import 'server-only';
import { and, asc, desc, eq, gt, inArray, lte, not, or, type SQL, sql } from 'drizzle-orm';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { childName, children } from '@/db/schema/family';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { venueOf } from '@/features/venues/queries/venue-of';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read, within } from '@/lib/transaction';
import { openBookingStatuses } from '../rules/booking';
import { ownBookings } from './own-bookings';

/** Until when they are asked whether they go over to another session; null once they have agreed. */
const moveAskedUntil = sql`(select r.answer_by from move_requests r
  where r.status = 'asked' and r.answer_by > now()
    and ((r.booking_id = ${bookings}.id and r.agreed_at is null)
      or (r.other_booking_id = ${bookings}.id and r.other_agreed_at is null)))`.mapWith(
  bookings.answerBy,
) as SQL<Date | null>;

const columns = {
  id: bookings.id,
  number: bookings.number,
  kind: bookings.kind,
  status: bookings.status,
  version: bookings.version,
  accountId: bookings.accountId,
  personId: bookings.personId,
  childId: bookings.childId,
  offeredAt: bookings.offeredAt,
  offerExpiresAt: bookings.offerExpiresAt,
  childSealed: children.nameSealed,
  answerBy: bookings.answerBy,
  mayLeave: bookings.mayLeave,
  moveAskedUntil,
  reason: bookings.reason,
  sentBackFields: bookings.sentBackFields,
  dueOn: bookings.dueOn,
  calendarSequence: bookings.calendarSequence,
  createdAt: bookings.createdAt,
  updatedAt: bookings.updatedAt,
  offeringId: offerings.id,
  title: offerings.title,
  cancelHours: offerings.cancelHours,
  contactPhone: offerings.contactPhone,
  asksHealthNotes: offerings.asksHealthNotes,
  details: offerings.details,
  sessionId: offeringSessions.id,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  place: offeringSessions.place,
  venue: venueOf(offeringSessions.venueId),
  sessionDetails: offeringSessions.details,
};

const rows = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(bookings)
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .leftJoin(children, eq(children.id, bookings.childId));

type Row = Awaited<ReturnType<typeof rows>>[number];

export type MyBooking = Omit<Row, 'childSealed'> & {
  /** The child's name, or null when it is the member's own. */
  readonly childName: string | null;
};

const mine = ({ childSealed, ...row }: Row): MyBooking => ({
  ...row,
  childName: childSealed && row.childId ? openField(childSealed, childName(row.childId)) : null,
});

const ahead = () =>
  and(
    gt(offeringSessions.endsAt, sql`now()`),
    inArray(bookings.status, [...openBookingStatuses, 'attended']),
  );

/**
 * Place in the queue of each that waits, counted at reading: who has left ahead does not count.
 * As the system, because others' bookings are not this person's to see; only the number comes out.
 */
async function queuePositions(tx: Ctx, found: readonly Row[]): Promise<Map<string, number>> {
  const waiting = found.filter((row) => row.status === 'waitlisted').map((row) => row.id);
  if (waiting.length === 0) return new Map();
  const counted = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db.execute<{ id: string; position: number }>(sql`
      select b.id, (select count(*)::int from bookings q where q.session_id = b.session_id
        and q.status = 'waitlisted' and q.queue_no <= b.queue_no) as position
      from bookings b where b.id = any (${`{${waiting.join(',')}}`}::uuid[])`),
  );
  return new Map(counted.map((row) => [row.id, row.position]));
}

/** What lies ahead, next first: own bookings and those of one's children, whoever made them. */
export async function listUpcoming(
  ctx: Ctx,
  limit = 50,
): Promise<(MyBooking & { position: number | null })[]> {
  return read(ctx, async (tx) => {
    const found = await rows(tx)
      .where(and(ownBookings(tx), ahead()))
      .orderBy(asc(offeringSessions.startsAt), asc(bookings.id))
      .limit(limit);
    const positions = await queuePositions(tx, found);
    return found.map((row) => ({ ...mine(row), position: positions.get(row.id) ?? null }));
  });
}

/** What is over, refused or cancelled, newest first. */
export async function listPast(ctx: Ctx, limit = 20): Promise<MyBooking[]> {
  return read(ctx, async (tx) => {
    const over = or(lte(offeringSessions.endsAt, sql`now()`), not(ahead() ?? sql`false`));
    const found = await rows(tx)
      .where(and(ownBookings(tx), over))
      .orderBy(desc(offeringSessions.startsAt), desc(bookings.id))
      .limit(limit);
    return found.map(mine);
  });
}

export interface BookingHistory {
  readonly at: Date;
  readonly type: string;
  readonly by: string;
  readonly note: string | null;
}

export type MyBookingDetail = MyBooking & {
  readonly position: number | null;
  readonly history: readonly BookingHistory[];
  readonly now: Date;
};

/** One booking of one's own or of one's child with its history, or NotFound. */
export async function getMyBooking(ctx: Ctx, id: string): Promise<MyBookingDetail> {
  if (!isUuid(id)) throw new NotFound('booking');
  return read(ctx, async (tx) => {
    const found = await rows(tx).where(and(eq(bookings.id, id), ownBookings(tx)));
    const [row] = found;
    if (!row) throw new NotFound('booking');
    const history = await tx.db
      .select({
        at: bookingEvents.at,
        type: bookingEvents.type,
        by: bookingEvents.actorLabel,
        note: bookingEvents.note,
      })
      .from(bookingEvents)
      .where(eq(bookingEvents.bookingId, id))
      .orderBy(asc(bookingEvents.id));
    const positions = await queuePositions(tx, found);
    return { ...mine(row), position: positions.get(id) ?? null, history, now: tx.now };
  });
}
