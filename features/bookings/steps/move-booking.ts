import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { startClocks } from '@/features/clocks/steps/start-clock';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { Conflict } from '@/lib/errors';
import { withdrawTexts } from '@/lib/messaging/outbox';
import type { BookingRow } from '../queries/booking-row';
import { answerOfBookings } from '../rules/answer';
import { type BookingStatus, canMoveBooking, isActive } from '../rules/booking';
import { endAnswers, planAnswer } from './answer-clock';

type Patch = PgUpdateSetSource<typeof bookings>;

/** One line of the history. `by` is what the member reads: 本人, 系统 or the organiser's name. */
interface BookingEvent {
  readonly bookingId: string;
  readonly type: string;
  readonly from: BookingStatus | null;
  readonly to: BookingStatus;
  readonly by: string;
  /** Whose act it was, where the system writes for them; else whoever acts. */
  readonly accountId?: string | null;
  readonly note?: string | undefined;
}

/** Lines of the history of many bookings at once, as one event made them. */
export async function recordBookingEvents(tx: Ctx, events: readonly BookingEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.db.insert(bookingEvents).values(
    events.map((event) => ({
      bookingId: event.bookingId,
      at: tx.now,
      type: event.type,
      fromStatus: event.from,
      toStatus: event.to,
      actorAccountId: event.accountId === undefined ? accountOf(tx.actor) : event.accountId,
      actorLabel: event.by,
      note: event.note,
    })),
  );
}

/** Writes one line into the history of a booking, append-only, in the caller's transaction. */
export const recordBookingEvent = (tx: Ctx, event: BookingEvent): Promise<void> =>
  recordBookingEvents(tx, [event]);

/**
 * Changes a booking that keeps its status, by compare-and-set on its version, with its history row.
 * @returns the new version, for the notice's key
 * @throws Conflict when somebody else has changed it meanwhile
 */
export async function changeBooking(
  tx: Ctx,
  booking: Pick<BookingRow, 'id' | 'status' | 'version'>,
  { type, by, note }: { type: string; by: string; note?: string },
  patch: Patch,
): Promise<number> {
  const { id, status } = booking;
  const version = booking.version + 1;
  const [row] = await tx.db
    .update(bookings)
    .set({ ...patch, version, updatedAt: tx.now })
    .where(and(eq(bookings.id, id), eq(bookings.version, booking.version)))
    .returning({ version: bookings.version });
  if (!row) throw new Conflict('booking moved on');
  await recordBookingEvent(tx, { bookingId: id, type, from: status, to: status, by, note });
  return version;
}

/**
 * Moves a booking along `bookingTransitions` by compare-and-set on its version, with its history row and the
 * organiser's time to answer: it starts where the booking comes to wait for approval, and ends where it leaves.
 * Throws Conflict when there is no such transition, unless it undoes one, and when somebody else moved it
 * first.
 * @returns the new version, for the notice's key
 */
export async function moveBooking(
  tx: Ctx,
  booking: Pick<BookingRow, 'id' | 'status' | 'version'>,
  move: { to: BookingStatus; type: string; by: string; note?: string; undo?: boolean },
  patch: Patch = {},
): Promise<number> {
  const { to, type, by, note } = move;
  if (!move.undo && !canMoveBooking(booking.status, to)) throw new Conflict('booking moved on');
  const answer = to === 'pending' ? await planAnswer(tx) : null;
  const queueNo = to === 'waitlisted' ? sql`${bookings.queueNo}` : null;
  const [row] = await tx.db
    .update(bookings)
    .set({
      status: to,
      queueNo,
      offerExpiresAt: null,
      ...(answer && { dueOn: answer.dueOn }),
      version: booking.version + 1,
      calendarSequence: sql`${bookings.calendarSequence} + 1`,
      updatedAt: tx.now,
      ...patch,
    })
    .where(and(eq(bookings.id, booking.id), eq(bookings.version, booking.version)))
    .returning({ version: bookings.version });
  if (!row) throw new Conflict('booking moved on');
  if (answer) await startClocks(tx, answer, answerOfBookings([booking.id]));
  else await endAnswers(tx, [booking], to);
  await recordBookingEvent(tx, { bookingId: booking.id, type, from: booking.status, to, by, note });
  // What waits for the morning speaks of a place that is gone.
  if (!isActive(to)) await withdrawTexts(tx, `booking:${booking.id}:`);
  return row.version;
}
