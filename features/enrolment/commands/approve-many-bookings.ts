import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { decideEach, eachRow } from '@/lib/forms/each-row';
import { ok } from '@/lib/result';
import type { ApproveManyBookingsInput, UndoManyBookingsInput } from '../schema/desk-decision';
import { approveBooking } from './decide-bookings';
import { undoBookingDecision } from './undo-decision';

/** Approves up to fifty bookings whose places are held, each for itself (domain.md §1.4). */
export const approveManyBookings = (ctx: Ctx, { rows }: ApproveManyBookingsInput) =>
  decideEach(ctx, rows, async ({ id, version }) => {
    const done = await approveBooking(ctx, { bookingId: id, version });
    if (!done.ok) return done;
    return ok({ decision: 'approved', undo: `${id}:${done.value.version}` });
  });

/** Takes a whole bulk approval back within its seconds, again row by row. */
export const undoManyBookings = (ctx: Ctx, { decisionIds }: UndoManyBookingsInput) =>
  eachRow(ctx, decisionIds, async ({ id, version }) => {
    const done = await undoBookingDecision(ctx, { bookingId: id, version });
    return done.ok ? ok({ decision: 'undone' }) : done;
  });
