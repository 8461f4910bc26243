import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { stateOfError } from '@/lib/forms/failures';
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
  ctx: Ctx,
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
    // Whatever happens to one row stands in that row: the others, and the undo of what passed, are kept.
    const gone = error instanceof NotFound || error instanceof Forbidden;
    return { id, reason: gone ? 'not_found' : stateOfError(ctx, error).code };
  }
}

/**
 * Approves up to fifty bookings whose places are held, each in its own transaction; a row that may
 * not pass says why and stops no other (domain.md §1.4).
 */
export async function approveManyBookings(
  ctx: Ctx,
  input: ApproveManyBookingsInput,
): Promise<Result<{ rows: BookingRowResult[] }>> {
  const rows: BookingRowResult[] = [];
  for (const row of input.rows) {
    rows.push(await settle(ctx, row, 'approved', (one) => approveBooking(ctx, one)));
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
    rows.push(await settle(ctx, row, 'undone', (one) => undoBookingDecision(ctx, one)));
  }
  return ok({ rows });
}
