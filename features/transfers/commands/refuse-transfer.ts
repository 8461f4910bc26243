import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { refusalLabels, refusalsOf } from '../rules/two-sides';
import type { RefuseTransferInput } from '../schema/two-sides';
import { setSide } from '../steps/set-side';
import { endSideClock, startSideClock } from '../steps/side-clock';
import { tellMember } from '../steps/tell-sides';
import { lockSide, type SideRefusal } from './lock-side';

/**
 * One side refuses, for a reason of its closed list and with a text; the member has some days to have the union above
 * look again. Throws NotFound for a transfer outside the officer's unions.
 * Refuses `not_a_reason` for one of the other side's list; further those of `lockSide`.
 * @authorized-by lockSide canReviewApplication at the side's desk, and never one's own case
 */
export async function refuseTransfer(
  ctx: Ctx,
  { transferId, side, refusal, note }: RefuseTransferInput,
): Promise<Result<{ id: string }, SideRefusal | 'not_a_reason'>> {
  return transaction(ctx, async (tx) => {
    const found = await lockSide(tx, { transferId, side, to: 'refused' });
    if (!found.ok) return found;
    if (!refusalsOf[side].includes(refusal)) {
      return refuse('not_a_reason', { fieldErrors: { refusal: '请从列表里选' } });
    }
    const { by, ...locked } = found.value;
    await bySystem(tx, async (systemTx) => {
      await endSideClock(systemTx, transferId, `transfer_${side}`);
      const kind = `transfer_refused_${side}` as const;
      const dueOn = await startSideClock(systemTx, transferId, kind, todayOn(tx.now));
      const now = await setSide(systemTx, locked, side, {
        ...{ status: 'refused' as const, refusal, note: `${refusalLabels[refusal]}。${note}` },
        ...{ answeredAt: tx.now, answeredBy: by, dueOn },
      });
      await tellMember(systemTx, now, side, 'refused');
    });
    await recordAudit(tx, {
      action: 'refuse_transfer',
      entityType: 'transfer',
      entityId: transferId,
      organisationId: locked.sides[side].deskId,
      after: { side, refusal, number: locked.transfer.number },
      reason: note,
    });
    return ok({ id: transferId });
  });
}
