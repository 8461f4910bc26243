import 'server-only';
import { transferSides, transfers } from '@/db/schema/transfers';
import { transferPrefix } from '@/features/members/rules/numbers';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { receiptNumber, receiptSeries } from '@/lib/receipt-number';
import { ok, type Result, refuse } from '@/lib/result';
import { nextNumber } from '@/lib/running-number';
import type { SideName } from '../rules/two-sides';
import { lockOpenUnion } from './lock-open-union';
import type { LockedTransfer, SideRow, TransferRow } from './lock-transfer';

type Asked = Pick<
  TransferRow,
  | 'personId'
  | 'accountId'
  | 'membershipId'
  | 'fromId'
  | 'toId'
  | 'employerId'
  | 'employerName'
  | 'status'
  | 'askedBy'
>;

const sideOf = (transferId: string, side: SideName, deskId: string): SideRow => ({
  ...{ transferId, side, deskId, status: 'waiting', dueOn: null, refusal: null, note: null },
  ...{ answeredAt: null, answeredBy: null, agreedOn: null, appeal: null, appealedAt: null },
  ...{
    appealNote: null,
    appealDecidedAt: null,
    appealDecidedBy: null,
    stopId: null,
    urgedAt: null,
  },
});

/**
 * A transfer begins, with both its sides waiting and no deadline yet; one at a time for each person. As the system.
 * Refuses `transfer_open` when one is open already; `union_closed` where the new union was closed meanwhile.
 */
export async function openTransfer(
  systemTx: Ctx,
  asked: Asked,
): Promise<Result<LockedTransfer, 'transfer_open' | 'union_closed'>> {
  if (!(await lockOpenUnion(systemTx, asked.toId))) return refuse('union_closed');
  const today = todayOn(systemTx.now);
  const running = await nextNumber(systemTx, receiptSeries(transferPrefix, today));
  const [transfer] = await systemTx.db
    .insert(transfers)
    .values({
      ...{ id: newId(), number: receiptNumber(transferPrefix, today, running), ...asked },
      createdAt: systemTx.now,
      openedAt: asked.status === 'open' ? systemTx.now : null,
    })
    .onConflictDoNothing()
    .returning();
  if (!transfer) return refuse('transfer_open');
  const sides = {
    out: sideOf(transfer.id, 'out', asked.fromId),
    in: sideOf(transfer.id, 'in', asked.toId),
  };
  await systemTx.db.insert(transferSides).values([sides.out, sides.in]);
  return ok({ transfer, sides });
}
