import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { requestKinds } from '../rules/membership-requests';
import type { CloseTransferInput } from '../schema/transfer';
import { closeRequest } from '../steps/close-request';
import { lockDeskRequest } from './lock-desk-request';

/**
 * Answers a request about a 会籍 in words: the worker reads what was found and what to do; the 会籍 itself stays as it
 * is (domain.md §1.5). A wish to leave is talked about first. Throws NotFound for a request that the
 * officer does not see.
 * Refuses `talk_first` for 退会 without a recorded talk; further those of `lockDeskRequest`.
 * @authorized-by lockDeskRequest canReviewApplication at the desk, and never one's own case
 */
export async function closeTransfer(
  ctx: Ctx,
  { requestId, reason }: CloseTransferInput,
): Promise<Result<{ id: string }, 'own_case' | 'transfer_closed' | 'talk_first'>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockDeskRequest(tx, requestId, requestKinds);
    if (!locked.ok) return locked;
    const row = locked.value;
    if (row.kind === 'leave' && row.talkedOn === null) return refuse('talk_first');
    await closeRequest(tx, row, reason);
    await recordAudit(tx, {
      action: 'close_transfer',
      entityType: 'transfer_request',
      entityId: row.id,
      organisationId: row.organisationId,
      before: { status: row.status },
      after: { status: 'closed', number: row.number },
      reason,
    });
    return ok({ id: row.id });
  });
}
