import 'server-only';
import { eq } from 'drizzle-orm';
import { transfers } from '@/db/schema/transfers';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem } from '@/lib/transaction';
import {
  mayBecome,
  type SideName,
  type SideStatus,
  sideLabels,
  transferLabels,
} from '../rules/two-sides';
import { type LockedTransfer, lockTransfer } from '../steps/lock-transfer';

export type SideRefusal = 'own_case' | 'transfer_over' | 'side_answered' | 'silence_counts';

interface Wanted {
  readonly transferId: string;
  readonly side: SideName;
  /** What the officer wants the side to become. */
  readonly to: SideStatus;
  /** The union above answers an appeal; an appealed side is answered in no other way. */
  readonly appeal?: boolean;
}

/**
 * The side of a transfer that an officer answers, locked with the whole: it lies on their desk, the table of states
 * lets it go there, it is not their own (回避). Throws NotFound for a transfer outside the officer's unions.
 * Refuses `own_case`; `transfer_over` and `side_answered` with the `state` as it is now; `silence_counts` where the
 * old union's last day is over, because its silence was consent already.
 */
export async function lockSide(
  tx: Ctx,
  { transferId, side, to, appeal = false }: Wanted,
): Promise<Result<LockedTransfer & { by: string }, SideRefusal>> {
  const [seen] = await tx.db
    .select({ id: transfers.id })
    .from(transfers)
    .where(eq(transfers.id, transferId));
  if (!seen || tx.actor.kind !== 'account') throw new NotFound('transfer');
  const locked = await bySystem(tx, (systemTx) => lockTransfer(systemTx, transferId));
  const { transfer, sides } = locked;
  const { deskId, status, dueOn } = sides[side];
  authorize(canReviewApplication(tx.actor, await organisationPath(tx, deskId)));
  if (await isOwnCase(tx, transfer)) return refuse('own_case');
  if (transfer.status !== 'open') {
    return refuse('transfer_over', { detail: { state: transferLabels[transfer.status] } });
  }
  if (!mayBecome(status, to) || (status === 'appealed') !== appeal) {
    return refuse('side_answered', { detail: { state: sideLabels[status] } });
  }
  const silent = side === 'out' && status === 'waiting' && dueOn !== null;
  if (silent && dueOn < todayOn(tx.now)) return refuse('silence_counts');
  return ok({ ...locked, by: tx.actor.accountId });
}
