import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { BulkOrder } from '@/lib/forms/bulk-run';
import { type RunRow, workThrough } from '@/lib/forms/bulk-work';
import { eachRow } from '@/lib/forms/each-row';
import { ok } from '@/lib/result';
import { sentBackFields } from '../schema/booking';
import type { UndoManyBookingsInput } from '../schema/desk-decision';
import { approveBooking, refuseBooking, sendBackBooking } from './decide-bookings';
import { undoBookingDecision } from './undo-decision';

function decide(tx: Ctx, row: RunRow, order: BulkOrder) {
  const one = { bookingId: row.entityId, version: row.version };
  const reason = order.reason ?? '';
  if (order.decision === 'approve') return approveBooking(tx, one);
  if (order.decision === 'refuse') return refuseBooking(tx, { ...one, reason });
  const fields = sentBackFields.filter((field) => order.fields.includes(field));
  return sendBackBooking(tx, { ...one, reason, fields });
}

const outcomes = { approve: 'approved', send_back: 'sent_back', refuse: 'rejected' } as const;

/**
 * Decides the bookings of a run, each for itself by the command of a single one (domain.md §1.4): a row that
 * stays says why.
 */
export const decideManyBookings = (runId: string): Promise<void> =>
  workThrough(runId, async (tx, row, order) => {
    const done = await decide(tx, row, order);
    if (!done.ok) return done;
    const undo = `${row.entityId}:${done.value.version}`;
    return ok({ decision: outcomes[order.decision], undo });
  });

/** Takes the decisions of a short run back within their seconds, again row by row. */
export const undoManyBookings = (ctx: Ctx, { decisionIds }: UndoManyBookingsInput) =>
  eachRow(ctx, decisionIds, async ({ id, version }) => {
    const done = await undoBookingDecision(ctx, { bookingId: id, version });
    return done.ok ? ok({ decision: 'undone' }) : done;
  });
