import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import type { ApproveManyBookingsInput } from '../schema/desk-decision';
import { approveBooking } from './decide-bookings';

export interface BookingRowResult {
  readonly id: string;
  readonly decision?: string;
  readonly reason?: string;
}

/**
 * Approves up to fifty bookings whose places are held, each in its own transaction; a row that may
 * not pass says why and stops no other (peers.md §3.9).
 */
export async function approveManyBookings(
  ctx: Ctx,
  input: ApproveManyBookingsInput,
): Promise<Result<{ rows: BookingRowResult[] }>> {
  const rows: BookingRowResult[] = [];
  for (const row of input.rows) {
    const [id = '', version] = row.split(':');
    try {
      const one = { bookingId: id, version: Number(version) };
      const done = await approveBooking({ ...ctx, idempotency: undefined }, one);
      rows.push(done.ok ? { id, decision: 'approved' } : { id, reason: done.reason });
    } catch (error) {
      if (!(error instanceof NotFound || error instanceof Forbidden)) throw error;
      rows.push({ id, reason: 'not_found' });
    }
  }
  return ok({ rows });
}
