import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { Misfit } from '../rules/misfit';
import { recordBookingEvents } from './move-booking';

/**
 * Writes into the history of each booking that a correction no longer fits why, for whoever runs the
 * service; the place is kept until they decide. As the system, in the caller's transaction.
 */
export const noteMisfits = (tx: Ctx, misfits: readonly Misfit[]): Promise<void> =>
  recordBookingEvents(
    tx,
    misfits.map(({ bookingId, status, why }) => ({
      ...{ bookingId, type: 'misfit', from: status, to: status },
      ...{ by: '资料更正', note: why },
    })),
  );
