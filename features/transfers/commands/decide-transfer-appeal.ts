import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import type { DecideTransferAppealInput } from '../schema/two-sides';
import { concludeTransfer } from '../steps/conclude-transfer';
import { setSide } from '../steps/set-side';
import { endSideClock } from '../steps/side-clock';
import { tellEnd, tellMember } from '../steps/tell-sides';
import { lockSide, type SideRefusal } from './lock-side';

/**
 * The union above agrees in the place of the one that refused, or upholds the refusal, which ends the transfer. Never
 * whoever refused; the database holds that too. Throws NotFound for a transfer outside the officer's unions.
 * Refuses `same_officer`; `side_answered` where nobody appealed; further those of `lockSide`.
 * @authorized-by lockSide canReviewApplication at the union above, and never one's own case
 */
export async function decideTransferAppeal(
  ctx: Ctx,
  { transferId, side, answer, note }: DecideTransferAppealInput,
): Promise<Result<{ id: string }, SideRefusal | 'same_officer'>> {
  return transaction(ctx, async (tx) => {
    const to = answer === 'agree' ? 'agreed' : 'upheld';
    const found = await lockSide(tx, { transferId, side, to, appeal: true });
    if (!found.ok) return found;
    const { by, ...locked } = found.value;
    const { answeredBy, deskId } = locked.sides[side];
    if (answeredBy === by) return refuse('same_officer');
    await recordAudit(tx, {
      action: 'decide_transfer_appeal',
      entityType: 'transfer',
      entityId: transferId,
      organisationId: deskId,
      after: { side, answer, number: locked.transfer.number },
      reason: note,
    });
    await bySystem(tx, async (systemTx) => {
      await endSideClock(systemTx, transferId, `transfer_appeal_${side}`);
      const now = await setSide(systemTx, locked, side, {
        ...{ status: to as 'agreed' | 'upheld', dueOn: null, appealNote: note },
        ...{ agreedOn: to === 'agreed' ? todayOn(tx.now) : null },
        ...{ appealDecidedAt: tx.now, appealDecidedBy: by },
      });
      const ended = await concludeTransfer(systemTx, now);
      if (ended) await tellEnd(systemTx, now, ended, side);
      else await tellMember(systemTx, now, side, 'agreed');
    });
    return ok({ id: transferId });
  });
}
