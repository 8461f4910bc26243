import 'server-only';
import { eq } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import { decidedWords } from '@/features/bookings/rules/booking-words';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { type Refusal, refuse } from '@/lib/result';

export type OvertakenBooking = 'already_decided' | 'withdrawn' | 'stale';

/**
 * Tells the loser of a race who was first, when, and with what; or that the booking is off (C10).
 * Refuses `withdrawn` when the member cancelled; `already_decided` with `who`, `when` and `what`;
 * `stale` when nobody is to be named.
 */
export async function bookingConflict(
  tx: Ctx,
  booking: BookingRow,
): Promise<Refusal<OvertakenBooking>> {
  if (booking.status === 'cancelled') return refuse('withdrawn');
  const what = decidedWords[booking.status];
  if (!what || !booking.decidedAt || !booking.decidedBy) return refuse('stale');
  const [officer] = await tx.db
    .select({ who: accounts.displayName })
    .from(accounts)
    .where(eq(accounts.id, booking.decidedBy));
  if (!officer) return refuse('stale');
  const when = formatDateTime(booking.decidedAt, tx.now);
  return refuse('already_decided', { detail: { who: officer.who, when, what } });
}
