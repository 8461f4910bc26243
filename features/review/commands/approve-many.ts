import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { decideEach, eachRow } from '@/lib/forms/each-row';
import { ok } from '@/lib/result';
import type { ApproveManyInput, UndoManyInput } from '../schema/review';
import { approveApplication } from './approve-application';
import { undoDecision } from './undo-decision';

/** Approves up to fifty applications, each for itself (domain.md §1.4); a row that stays says why. */
export const approveMany = (ctx: Ctx, { rows }: ApproveManyInput) =>
  decideEach(ctx, rows, async ({ id, version }) => {
    const done = await approveApplication(ctx, { applicationId: id, version });
    if (!done.ok) return done;
    return ok({ decision: done.value.decision, undo: done.value.decisionId });
  });

/** Takes a whole bulk approval back within its seconds, again row by row. */
export const undoMany = (ctx: Ctx, { decisionIds }: UndoManyInput) =>
  eachRow(
    ctx,
    decisionIds.map((id) => ({ id })),
    async ({ id }) => {
      const done = await undoDecision(ctx, { decisionId: id });
      return done.ok ? ok({ decision: 'undone' }) : done;
    },
  );
