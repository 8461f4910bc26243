import 'server-only';
import { transferStops } from '@/db/schema/transfers';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { addDays, formatFullDay, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { bySystem, transaction } from '@/lib/transaction';
import { stopLabels } from '../rules/two-sides';
import type { StopTransferInput } from '../schema/two-sides';
import { transferStopDays } from '../settings';
import { setSide } from '../steps/set-side';
import { pauseOutClock } from '../steps/side-clock';
import { tellMember } from '../steps/tell-sides';
import { lockSide, type SideRefusal } from './lock-side';

/**
 * The old union stops the transfer for an election or a case of its own, until a day and on a basis that the member
 * reads; its days stand still until then. Once for each transfer. Throws NotFound for one outside the officer's
 * unions.
 * Refuses `stopped_already`; `day_out_of_range` before today or beyond the setting; further those of
 * `lockSide`.
 * @authorized-by lockSide canReviewApplication at the old union's desk, and never one's own case
 */
export async function stopTransfer(
  ctx: Ctx,
  { transferId, kind, basis, endsOn }: StopTransferInput,
): Promise<Result<{ id: string }, SideRefusal | 'stopped_already' | 'day_out_of_range'>> {
  return transaction(ctx, async (tx) => {
    const found = await lockSide(tx, { transferId, side: 'out', to: 'stopped' });
    if (!found.ok) return found;
    const { by, ...locked } = found.value;
    if (locked.sides.out.stopId !== null) return refuse('stopped_already');
    const today = todayOn(tx.now);
    const { days } = await readSettings(tx, { days: transferStopDays });
    if (endsOn < today || endsOn > addDays(today, days)) {
      return refuse('day_out_of_range', {
        fieldErrors: { endsOn: `最晚到${formatFullDay(addDays(today, days))}` },
      });
    }
    const { deskId } = locked.sides.out;
    const stop = { id: newId(), organisationId: locked.transfer.fromId, kind, basis, endsOn };
    const words = `${stopLabels[kind]}，到${formatFullDay(endsOn)}（${basis}）`;
    await bySystem(tx, async (systemTx) => {
      await systemTx.db
        .insert(transferStops)
        .values({ ...stop, startsOn: today, enteredBy: by, createdAt: tx.now });
      await pauseOutClock(systemTx, transferId, { from: today, reason: words, by: '原工会' });
      const now = await setSide(systemTx, locked, 'out', {
        ...{ status: 'stopped' as const, stopId: stop.id, note: words, dueOn: null },
      });
      await tellMember(systemTx, now, 'out', 'stopped');
    });
    await recordAudit(tx, {
      action: 'stop_transfer',
      entityType: 'transfer',
      entityId: transferId,
      organisationId: deskId,
      after: { kind, endsOn, number: locked.transfer.number },
      reason: basis,
    });
    return ok({ id: transferId });
  });
}
