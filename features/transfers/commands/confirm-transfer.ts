import 'server-only';
import { eq } from 'drizzle-orm';
import { transfers } from '@/db/schema/transfers';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import type { TransferIdInput } from '../schema/two-sides';
import { setSide } from '../steps/set-side';
import { startSideClock } from '../steps/side-clock';
import { tellSide } from '../steps/tell-sides';
import { lockOwnTransfer } from './lock-own-transfer';

/**
 * The member confirms what the new union proposed: now the old one is asked, and its days count from today. Throws
 * NotFound for another's.
 * Refuses `transfer_over` when it is no longer to be confirmed.
 * @authorized-by lockOwnTransfer the member alone
 */
export async function confirmTransfer(
  ctx: Ctx,
  { transferId }: TransferIdInput,
): Promise<Result<{ id: string }, 'transfer_over'>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockOwnTransfer(tx, transferId, ['proposed']);
    if (!locked.ok) return locked;
    await bySystem(tx, async (systemTx) => {
      await systemTx.db
        .update(transfers)
        .set({ status: 'open', openedAt: tx.now })
        .where(eq(transfers.id, transferId));
      const dueOn = await startSideClock(systemTx, transferId, 'transfer_out', todayOn(tx.now));
      await tellSide(
        systemTx,
        await setSide(systemTx, locked.value, 'out', { dueOn }),
        'out',
        'asked',
      );
    });
    await recordAudit(tx, {
      action: 'confirm_transfer',
      entityType: 'transfer',
      entityId: transferId,
      organisationId: locked.value.transfer.fromId,
    });
    return ok({ id: transferId });
  });
}
