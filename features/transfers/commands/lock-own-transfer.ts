import 'server-only';
import { and, eq } from 'drizzle-orm';
import { transfers } from '@/db/schema/transfers';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem } from '@/lib/transaction';
import { type TransferStatus, transferLabels } from '../rules/two-sides';
import { type LockedTransfer, lockTransfer } from '../steps/lock-transfer';

/**
 * The member's own transfer, locked, in one of these states. Throws NotFound for another's.
 * Refuses `transfer_over` with its `state` as it is now.
 */
export async function lockOwnTransfer(
  tx: Ctx,
  id: string,
  states: readonly TransferStatus[],
): Promise<Result<LockedTransfer, 'transfer_over'>> {
  authorize(tx.actor.kind === 'account');
  const own = and(eq(transfers.id, id), eq(transfers.accountId, tx.actor.accountId));
  const [seen] = await tx.db.select({ id: transfers.id }).from(transfers).where(own);
  if (!seen) throw new NotFound('transfer');
  const locked = await bySystem(tx, (systemTx) => lockTransfer(systemTx, id));
  const { status } = locked.transfer;
  if (states.includes(status)) return ok(locked);
  return refuse('transfer_over', { detail: { state: transferLabels[status] } });
}
