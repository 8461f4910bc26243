import 'server-only';
import { eq } from 'drizzle-orm';
import { transfers } from '@/db/schema/transfers';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import type { TransferIdInput } from '../schema/two-sides';
import { endAllClocks } from '../steps/end-all-clocks';
import { tellSide } from '../steps/tell-sides';
import { lockOwnTransfer } from './lock-own-transfer';

/**
 * The member takes a transfer back until it is carried out, or says no to a proposed one. Whoever comes second, this
 * or the due day, finds how the first ended it. Throws NotFound for another's.
 * Refuses `transfer_over` with its `state`.
 * @authorized-by lockOwnTransfer the member alone
 */
export async function withdrawTransfer(
  ctx: Ctx,
  { transferId }: TransferIdInput,
): Promise<Result<{ id: string }, 'transfer_over'>> {
  return transaction(ctx, async (tx) => {
    const found = await lockOwnTransfer(tx, transferId, ['proposed', 'open']);
    if (!found.ok) return found;
    const locked = found.value;
    await bySystem(tx, async (systemTx) => {
      await systemTx.db
        .update(transfers)
        .set({ status: 'withdrawn', closedAt: tx.now })
        .where(eq(transfers.id, transferId));
      await endAllClocks(systemTx, transferId);
      const asked =
        locked.transfer.status === 'proposed' ? (['in'] as const) : (['out', 'in'] as const);
      for (const side of asked) await tellSide(systemTx, locked, side, 'withdrawn');
    });
    await recordAudit(tx, {
      action: 'withdraw_transfer',
      entityType: 'transfer',
      entityId: transferId,
      // The old union was not asked yet, and does not read of it.
      organisationId:
        locked.transfer.status === 'proposed' ? locked.transfer.toId : locked.transfer.fromId,
      before: { status: locked.transfer.status },
    });
    return ok({ id: transferId });
  });
}
