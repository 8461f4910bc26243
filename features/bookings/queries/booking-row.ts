import 'server-only';
import { eq, inArray, type SQL } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import type { NoticeFacts } from '../rules/booking-notice';

const columns = {
  id: bookings.id,
  number: bookings.number,
  kind: bookings.kind,
  status: bookings.status,
  version: bookings.version,
  accountId: bookings.accountId,
  personId: bookings.personId,
  childId: bookings.childId,
  organiserId: bookings.organiserId,
  organisationId: bookings.organisationId,
  offeringId: bookings.offeringId,
  sessionId: bookings.sessionId,
  queueNo: bookings.queueNo,
  entryNo: bookings.entryNo,
  offeredAt: bookings.offeredAt,
  offerExpiresAt: bookings.offerExpiresAt,
  offerSource: bookings.offerSource,
  carveOutId: bookings.carveOutId,
  isOverride: bookings.isOverride,
  answerBy: bookings.answerBy,
  mayLeave: bookings.mayLeave,
  householdId: bookings.householdId,
  sentBackFields: bookings.sentBackFields,
  decidedAt: bookings.decidedAt,
  decidedBy: bookings.decidedBy,
  enteredBy: bookings.enteredBy,
  title: offerings.title,
  needsApproval: offerings.needsApproval,
  allocation: offerings.allocation,
  allocationTerms: offerings.allocationTerms,
  asksHealthNotes: offerings.asksHealthNotes,
  cancelHours: offerings.cancelHours,
  offeringDetails: offerings.details,
  offeringStatus: offerings.status,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  sessionDetails: offeringSessions.details,
  place: offeringSessions.place,
};

const rows = (tx: Ctx, where: SQL) =>
  tx.db
    .select(columns)
    .from(bookings)
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
    .where(where);

/** A booking with what decisions and notices about it need. */
export type BookingRow = Awaited<ReturnType<typeof rows>>[number];

/** One booking as its row, where the actor may see it; null else. */
export async function findBookingRow(tx: Ctx, id: string): Promise<BookingRow | null> {
  const [row] = await rows(tx, eq(bookings.id, id));
  return row ?? null;
}

/** The bookings with these ids that the actor may see, in one statement and no set order. */
export const findBookingRows = (tx: Ctx, ids: readonly string[]): Promise<BookingRow[]> =>
  rows(tx, inArray(bookings.id, [...ids]));

/**
 * One booking, locked until the transaction ends; only after its capacity row. Null when the actor sees no
 * such booking.
 */
export async function lockBookingRow(tx: Ctx, id: string): Promise<BookingRow | null> {
  const [row] = await rows(tx, eq(bookings.id, id)).for('update', { of: bookings });
  return row ?? null;
}

/** What the notice of a change needs, under the version that the change made. */
export const noticeFacts = (b: BookingRow, version: number): NoticeFacts => ({ ...b, version });
