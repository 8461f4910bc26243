import 'server-only';
import { eq } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { transferRequests } from '@/db/schema/membership';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { transferClosedNotice } from '../messages';
import type { CloseTransferInput } from '../schema/transfer';

/**
 * Answers a request about a 会籍: the worker reads what was found and what to do. The 会籍 itself is not moved
 * here; both unions must agree to that (domain.md §1.5). Nobody answers their own (回避). Throws NotFound for
 * a request that the officer does not see.
 * Refuses `own_case` for one's own or one's family's; `transfer_closed` with `who` answered and
 * `when`.
 */
export async function closeTransfer(
  ctx: Ctx,
  { requestId, reason }: CloseTransferInput,
): Promise<Result<{ id: string }, 'own_case' | 'transfer_closed'>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(transferRequests)
      .where(eq(transferRequests.id, requestId))
      .for('update');
    if (!row || tx.actor.kind !== 'account') throw new NotFound('transfer_request');
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, row.organisationId)));
    const { id, number, kind, accountId, organisationId } = row;
    if (await isOwnCase(tx, row)) return refuse('own_case');
    if (row.status === 'closed') {
      const [by] = await tx.db
        .select({ name: accounts.displayName })
        .from(accounts)
        .where(eq(accounts.id, row.closedBy ?? ''));
      const when = row.closedAt ? formatDateTime(row.closedAt, tx.now) : '';
      return refuse('transfer_closed', { detail: { who: by?.name ?? '同事', when } });
    }
    await tx.db
      .update(transferRequests)
      .set({ status: 'closed', note: reason, closedAt: tx.now, closedBy: tx.actor.accountId })
      .where(eq(transferRequests.id, id));
    await recordAudit(tx, {
      action: 'close_transfer',
      entityType: 'transfer_request',
      entityId: id,
      organisationId,
      before: { status: row.status },
      after: { status: 'closed', number },
      reason,
    });
    const union = await getOrganisation(tx, organisationId);
    await notify(tx, {
      accountId,
      ...transferClosedNotice({ id, number, kind, union: union.shortName, answer: reason }),
    });
    return ok({ id });
  });
}
