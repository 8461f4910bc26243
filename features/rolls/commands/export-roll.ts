import 'server-only';
import { canDecideBookings } from '@/features/bookings/policy';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import type { Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type ColumnsOf, type RollFile, writeRoll } from '../steps/roll-file';

/**
 * The roll of one session as XLSX with names, phones and document numbers masked; whole ones only
 * through `requestRollLink` (P07). `writeRoll` records it.
 * @unaudited here, since `writeRoll` writes the line
 */
export async function exportRoll(
  ctx: Ctx,
  { sessionId }: { sessionId: string },
  columnsOf: ColumnsOf,
): Promise<Result<RollFile, 'too_many'>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockSession(tx, sessionId);
    authorize(canDecideBookings[locked.offering.kind](tx.actor, locked.path));
    return writeRoll(tx, locked, null, columnsOf);
  });
}
