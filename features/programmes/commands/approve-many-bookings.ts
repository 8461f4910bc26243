import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import type { ApproveManyBookingsInput, UndoManyBookingsInput } from '../schema/desk-decision';
import { approveBooking } from './decide-bookings';
import { undoBookingDecision } from './undo-decision';

export interface BookingRowResult {
  readonly id: string;
  /** What the undo of this row sends: `id:version`. */
  readonly decisionId?: string;
  readonly decision?: string;
  readonly reason?: string;
  readonly detail?: Record<string, string | number>;
}

interface Row {
  readonly bookingId: string;
  readonly version: number;
}

async function settle(
  row: string,
  decision: string,
  work: (row: Row) => Promise<Result<Row>>,
): Promise<BookingRowResult> {
  const [id = '', version] = row.split(':');
  try {
    const done = await work({ bookingId: id, version: Number(version) });
    if (!done.ok) return { id, reason: done.reason, detail: done.detail };
    return { id, decision, decisionId: `${id}:${done.value.version}` };
  } catch (error) {
    // Gone or out of reach since the preview: it says so in its row and stops no other.
    if (error instanceof NotFound || error instanceof Forbidden) return { id, reason: 'not_found' };
    throw error;
  }
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
    rows.push(await settle(row, 'approved', (one) => approveBooking(ctx, one)));
  }
  return ok({ rows });
}

/** Takes a whole bulk approval back within its seconds, again row by row. */
export async function undoManyBookings(
  ctx: Ctx,
  input: UndoManyBookingsInput,
): Promise<Result<{ rows: BookingRowResult[] }>> {
  const rows: BookingRowResult[] = [];
  for (const row of input.decisionIds) {
    rows.push(await settle(row, 'undone', (one) => undoBookingDecision(ctx, one)));
  }
  return ok({ rows });
}
