import 'server-only';
import { sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import type { Ctx } from '@/lib/ctx';
import type { BookingRow } from '../queries/booking-row';
import type { movedByDeskEvent, movedEvent, swappedEvent } from '../rules/reschedule';
import { changeBooking } from './move-booking';

interface Said {
  readonly type: typeof movedEvent | typeof movedByDeskEvent | typeof swappedEvent;
  /** Who moved it, as the member reads it in the history. */
  readonly by: string;
  readonly note: string;
}

/**
 * A booking goes over to another session, with a plain place or one of a carve-out there: no override, no
 * open question. The caller holds both capacity rows.
 * @param to the session, with its meetings as a multirange literal
 * @returns the new version, for the notice's key
 */
export const moveToSession = (
  tx: Ctx,
  booking: Pick<BookingRow, 'id' | 'status' | 'version'>,
  to: { id: string; period: string; carveOutId: string | null },
  said: Said,
): Promise<number> =>
  changeBooking(tx, booking, said, {
    ...{ sessionId: to.id, period: to.period, carveOutId: to.carveOutId, isOverride: false },
    ...{ answerBy: null, mayLeave: false },
    calendarSequence: sql`${bookings.calendarSequence} + 1`,
  });
