import 'server-only';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import type { BookingStatus } from '../rules/booking';
import { openBookingStatuses } from '../rules/booking';

/**
 * Bookings by status: of one session, or of all sessions that are not cancelled; a status without
 * any is left out.
 */
export function countsIn(
  offering: Pick<DeskOffering, 'counts' | 'live'>,
  sessionId?: string,
): Partial<Record<BookingStatus, number>> {
  const liveIds = new Set(offering.live.map((s) => s.id));
  const sums: Partial<Record<BookingStatus, number>> = {};
  for (const { sessionId: at, status, n } of offering.counts) {
    if (sessionId ? at !== sessionId : !liveIds.has(at)) continue;
    sums[status] = (sums[status] ?? 0) + n;
  }
  return sums;
}

/** People whom a cancellation would reach: holders and waiters who have not come yet. */
export function openCount(offering: DeskOffering, sessionId?: string): number {
  const counts = countsIn(offering, sessionId);
  return openBookingStatuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}
