import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { addDays, formatFullDay, todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { bySystem, transaction } from '@/lib/transaction';
import { sideLabels } from '../rules/two-sides';
import type { AgreeTransferInput } from '../schema/two-sides';
import { transferUrgeDays } from '../settings';
import { setSide } from '../steps/set-side';
import { tellSide } from '../steps/tell-sides';
import { lockOwnTransfer } from './lock-own-transfer';

/**
 * The member reminds a side that has not answered, once in so many days (setting). Throws NotFound for another's.
 * Refuses `transfer_over` and `side_answered` with the `state`; `urged_lately` with `next` day.
 * @authorized-by lockOwnTransfer the member alone
 */
export async function urgeTransfer(
  ctx: Ctx,
  { transferId, side }: AgreeTransferInput,
): Promise<Result<{ id: string }, 'transfer_over' | 'side_answered' | 'urged_lately'>> {
  return transaction(ctx, async (tx) => {
    const found = await lockOwnTransfer(tx, transferId, ['open']);
    if (!found.ok) return found;
    const locked = found.value;
    const { status, urgedAt, deskId } = locked.sides[side];
    if (status !== 'waiting' && status !== 'appealed') {
      return refuse('side_answered', { detail: { state: sideLabels[status] } });
    }
    const { days } = await readSettings(tx, { days: transferUrgeDays });
    const last = urgedAt ?? locked.transfer.openedAt ?? tx.now;
    const next = addDays(todayOn(last), days);
    if (next > todayOn(tx.now)) {
      return refuse('urged_lately', { detail: { next: formatFullDay(next) } });
    }
    await bySystem(tx, async (systemTx) => {
      await tellSide(
        systemTx,
        await setSide(systemTx, locked, side, { urgedAt: tx.now }),
        side,
        'urged',
      );
    });
    await recordAudit(tx, {
      action: 'urge_transfer',
      entityType: 'transfer',
      entityId: transferId,
      organisationId: deskId,
      after: { side },
    });
    return ok({ id: transferId });
  });
}
