import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import type { AgreeTransferInput } from '../schema/two-sides';
import { concludeTransfer } from '../steps/conclude-transfer';
import { setSide } from '../steps/set-side';
import { endSideClock } from '../steps/side-clock';
import { tellEnd, tellMember } from '../steps/tell-sides';
import { lockSide, type SideRefusal } from './lock-side';

/**
 * One side consents, as of today. With the other side's consent the 会籍 moves in the same transaction. Throws NotFound
 * for a transfer outside the officer's unions.
 * Refuses those of `lockSide`.
 * @authorized-by lockSide canReviewApplication at the side's desk, and never one's own case
 */
export async function agreeTransfer(
  ctx: Ctx,
  { transferId, side }: AgreeTransferInput,
): Promise<Result<{ id: string }, SideRefusal>> {
  return transaction(ctx, async (tx) => {
    const found = await lockSide(tx, { transferId, side, to: 'agreed' });
    if (!found.ok) return found;
    const { by, ...locked } = found.value;
    await recordAudit(tx, {
      action: 'agree_transfer',
      entityType: 'transfer',
      entityId: transferId,
      organisationId: locked.sides[side].deskId,
      after: { side, number: locked.transfer.number },
    });
    await bySystem(tx, async (systemTx) => {
      await endSideClock(systemTx, transferId, `transfer_${side}`);
      const now = await setSide(systemTx, locked, side, {
        ...{ status: 'agreed' as const, agreedOn: todayOn(tx.now), dueOn: null },
        ...{ answeredAt: tx.now, answeredBy: by },
      });
      const ended = await concludeTransfer(systemTx, now);
      if (ended) await tellEnd(systemTx, now, ended, side);
      else await tellMember(systemTx, now, side, 'agreed');
    });
    return ok({ id: transferId });
  });
}
