import 'server-only';
import { isQuestion } from '@/features/applications/rules/questions';
import type { Ctx } from '@/lib/ctx';
import type { BulkOrder } from '@/lib/forms/bulk-run';
import { type RunRow, workThrough } from '@/lib/forms/bulk-work';
import { eachRow } from '@/lib/forms/each-row';
import { ok } from '@/lib/result';
import type { UndoManyInput } from '../schema/review';
import { approveApplication } from './approve-application';
import { rejectApplication } from './reject-application';
import { sendBackApplication } from './send-back-application';
import { undoDecision } from './undo-decision';

function decide(tx: Ctx, row: RunRow, order: BulkOrder) {
  const one = { applicationId: row.entityId, version: row.version };
  const reason = order.reason ?? '';
  if (order.decision === 'approve') return approveApplication(tx, one);
  if (order.decision === 'refuse') return rejectApplication(tx, { ...one, reason });
  return sendBackApplication(tx, { ...one, reason, fields: order.fields.filter(isQuestion) });
}

/**
 * Decides the applications of a run, each for itself by the command of a single one (domain.md §1.4): a row
 * that stays says why.
 */
export const decideMany = (runId: string): Promise<void> =>
  workThrough(runId, async (tx, row, order) => {
    const done = await decide(tx, row, order);
    return done.ok ? ok({ decision: done.value.decision, undo: done.value.decisionId }) : done;
  });

/** Takes the decisions of a short run back within their seconds, again row by row. */
export const undoMany = (ctx: Ctx, { decisionIds }: UndoManyInput) =>
  eachRow(
    ctx,
    decisionIds.map((id) => ({ id })),
    async ({ id }) => {
      const done = await undoDecision(ctx, { decisionId: id });
      return done.ok ? ok({ decision: 'undone' }) : done;
    },
  );
