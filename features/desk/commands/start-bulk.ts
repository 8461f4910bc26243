import 'server-only';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { startRun, stopRun } from '@/lib/forms/bulk-run';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { hasInbox } from '../policy';
import type { StartBulk } from '../schema/bulk';

/**
 * Has the worker decide a prepared selection of the officer’s own: each row by the command of a single
 * decision, with the version that was shown (domain.md §1.4).
 * Refuses `already_started`.
 */
export async function startBulk(
  ctx: Ctx,
  { runId, decision, reason, fields }: StartBulk,
): Promise<Result<{ runId: string }, 'already_started'>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    const total = await startRun(tx, runId, { decision, reason, fields });
    if (total === null) return refuse('already_started');
    await recordAudit(tx, {
      action: 'start_bulk',
      entityType: 'bulk_run',
      entityId: runId,
      after: { decision, total, fields },
      reason: reason ?? undefined,
    });
    return ok({ runId });
  });
}

/**
 * Leaves the rows that were not yet reached as they are.
 * Refuses `not_running` when nothing is left to stop.
 */
export async function stopBulk(
  ctx: Ctx,
  { runId }: { runId: string },
): Promise<Result<{ runId: string }, 'not_running'>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    if (!(await stopRun(tx, runId))) return refuse('not_running');
    await recordAudit(tx, { action: 'stop_bulk', entityType: 'bulk_run', entityId: runId });
    return ok({ runId });
  });
}
