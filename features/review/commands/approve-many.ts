import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { stateOfError } from '@/lib/forms/failures';
import { ok, type Result } from '@/lib/result';
import type { ApproveManyInput, UndoManyInput } from '../schema/review';
import { approveApplication } from './approve-application';
import { undoDecision } from './undo-decision';

/** What became of one row: the decision to take back, or the reason it stayed. */
export interface RowResult {
  readonly id: string;
  readonly decisionId?: string;
  readonly decision?: string;
  readonly reason?: string;
  readonly detail?: Record<string, string | number>;
}

type Done = Pick<RowResult, 'decisionId' | 'decision'> & { applicationId: string };

async function settle(ctx: Ctx, id: string, work: () => Promise<Result<Done>>): Promise<RowResult> {
  try {
    const result = await work();
    if (!result.ok) return { id, reason: result.reason, detail: result.detail };
    return { id, decisionId: result.value.decisionId, decision: result.value.decision };
  } catch (error) {
    // Whatever happens to one row stands in that row: the others, and the undo of what passed, are kept.
    const gone = error instanceof NotFound || error instanceof Forbidden;
    return { id, reason: gone ? 'not_found' : stateOfError(ctx, error).code };
  }
}

/**
 * Approves up to fifty applications, each in its own transaction: what may pass passes, what may not
 * says why in its row (domain.md §1.4). One after the other, so that a click never floods the database.
 */
export async function approveMany(
  ctx: Ctx,
  input: ApproveManyInput,
): Promise<Result<{ rows: RowResult[] }>> {
  const rows: RowResult[] = [];
  for (const row of input.rows) {
    const [applicationId = '', version] = row.split(':');
    const one = { applicationId, version: Number(version) };
    rows.push(await settle(ctx, applicationId, () => approveApplication(ctx, one)));
  }
  return ok({ rows });
}

/** Takes a whole bulk approval back within its seconds, again row by row. */
export async function undoMany(
  ctx: Ctx,
  input: UndoManyInput,
): Promise<Result<{ rows: RowResult[] }>> {
  const rows: RowResult[] = [];
  for (const decisionId of input.decisionIds) {
    rows.push(await settle(ctx, decisionId, () => undoDecision(ctx, { decisionId })));
  }
  return ok({ rows });
}
