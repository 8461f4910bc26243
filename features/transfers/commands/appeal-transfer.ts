import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { mayBecome, sideLabels } from '../rules/two-sides';
import type { AppealTransferInput } from '../schema/two-sides';
import { setSide } from '../steps/set-side';
import { endSideClock, startSideClock } from '../steps/side-clock';
import { tellSide } from '../steps/tell-sides';
import { unionAbove } from '../steps/union-above';
import { lockOwnTransfer } from './lock-own-transfer';

/**
 * The member has the union above look at a refusal again, within the days there are for it. Throws NotFound for
 * another's.
 * Refuses `transfer_over` and `side_answered` with the `state`; `appeal_late` once those days are over;
 * `nobody_above` at the top of the tree.
 * @authorized-by lockOwnTransfer the member alone
 */
export async function appealTransfer(
  ctx: Ctx,
  { transferId, side, appeal }: AppealTransferInput,
): Promise<
  Result<{ id: string }, 'transfer_over' | 'side_answered' | 'appeal_late' | 'nobody_above'>
> {
  return transaction(ctx, async (tx) => {
    const found = await lockOwnTransfer(tx, transferId, ['open']);
    if (!found.ok) return found;
    const locked = found.value;
    const { status, deskId, dueOn: lastOn } = locked.sides[side];
    if (!mayBecome(status, 'appealed')) {
      return refuse('side_answered', { detail: { state: sideLabels[status] } });
    }
    if (lastOn !== null && lastOn < todayOn(tx.now)) return refuse('appeal_late');
    const above = await unionAbove(tx, deskId);
    if (above === null) return refuse('nobody_above');
    await bySystem(tx, async (systemTx) => {
      await endSideClock(systemTx, transferId, `transfer_refused_${side}`);
      const kind = `transfer_appeal_${side}` as const;
      const dueOn = await startSideClock(systemTx, transferId, kind, todayOn(tx.now));
      const now = await setSide(systemTx, locked, side, {
        ...{ status: 'appealed' as const, deskId: above, appeal, appealedAt: tx.now, dueOn },
      });
      await tellSide(systemTx, now, side, 'appealed');
    });
    await recordAudit(tx, {
      action: 'appeal_transfer',
      entityType: 'transfer',
      entityId: transferId,
      organisationId: above,
      after: { side, number: locked.transfer.number },
      reason: appeal,
    });
    return ok({ id: transferId });
  });
}
