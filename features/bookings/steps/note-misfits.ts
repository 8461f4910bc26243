import 'server-only';
import { bookingEvents } from '@/db/schema/bookings';
import type { Ctx } from '@/lib/ctx';
import type { Misfit } from '../rules/misfit';

/**
 * Writes into the history of each booking that a correction no longer fits why, for whoever runs the
 * service; the place is kept until they decide. As the house, in the caller's transaction.
 */
export async function noteMisfits(systemTx: Ctx, misfits: readonly Misfit[]): Promise<void> {
  if (misfits.length === 0) return;
  await systemTx.db.insert(bookingEvents).values(
    misfits.map(({ bookingId, status, why }) => ({
      bookingId,
      at: systemTx.now,
      type: 'misfit',
      fromStatus: status,
      toStatus: status,
      actorLabel: '资料更正',
      note: why,
    })),
  );
}
