import 'server-only';
import { and, eq } from 'drizzle-orm';
import { transferRequests } from '@/db/schema/transfers';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';

/**
 * Whoever asked takes it back while nobody has answered; the desk finds it closed. Throws NotFound for
 * another's.
 * Refuses `answered_already`.
 */
export async function withdrawRequest(
  ctx: Ctx,
  { requestId }: { requestId: string },
): Promise<Result<{ number: string }, 'answered_already'>> {
  return transaction(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account');
    const { accountId } = tx.actor;
    const [row] = await tx.db
      .select()
      .from(transferRequests)
      .where(and(eq(transferRequests.id, requestId), eq(transferRequests.accountId, accountId)))
      .for('update');
    if (!row) throw new NotFound('transfer_request');
    if (row.status === 'closed') return refuse('answered_already');
    await tx.db
      .update(transferRequests)
      .set({ status: 'closed', note: '本人已撤回', closedAt: tx.now, closedBy: accountId })
      .where(eq(transferRequests.id, row.id));
    await recordAudit(tx, {
      action: 'withdraw_request',
      entityType: 'transfer_request',
      entityId: row.id,
      organisationId: row.organisationId,
      after: { number: row.number },
    });
    return ok({ number: row.number });
  });
}
