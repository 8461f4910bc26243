import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { canCancelBooking } from '../policy';
import { guardianAccounts } from './guardian-accounts';

/** Whether the actor may act on a booking as its owner: who made it, or a guardian of its child. */
export async function actsFor(
  tx: Ctx,
  booking: { accountId: string; childId: string | null },
): Promise<boolean> {
  const guardianAccountIds = await guardianAccounts(tx, booking.childId);
  return canCancelBooking(tx.actor, { accountId: booking.accountId, guardianAccountIds });
}
