import 'server-only';
import { sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import type { Ctx } from '@/lib/ctx';
import type { BookingRow } from '../queries/booking-row';
import { movedEvent } from '../rules/reschedule';
import { changeBooking } from './move-booking';

/**
 * 改期: a booking goes over to another session as its owner asked, with a plain place there: no
 * carve-out, no override, no open question. The caller holds both capacity rows.
 * @param to the session, with its meetings as a multirange literal
 * @returns the new version, for the notice's key
 */
export const moveToSession = (
  tx: Ctx,
  booking: BookingRow,
  to: { id: string; period: string },
  note: string,
): Promise<number> =>
  changeBooking(
    tx,
    booking,
    { type: movedEvent, by: '本人', note },
    {
      ...{ sessionId: to.id, period: to.period, carveOutId: null, isOverride: false },
      ...{ answerBy: null, mayLeave: false },
      calendarSequence: sql`${bookings.calendarSequence} + 1`,
    },
  );
