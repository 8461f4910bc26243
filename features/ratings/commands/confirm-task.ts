import 'server-only';
import { eq } from 'drizzle-orm';
import { ratings, ratingTasks } from '@/db/schema/ratings';
import { answerBy } from '@/features/clocks/steps/start-clock';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { canMoveTask } from '../rules';
import type { ConfirmTaskInput } from '../schema';
import { ratingTaskDays } from '../settings';

const auditNames: Record<ConfirmTaskInput['solved'], string> = {
  yes: 'confirm_solved',
  no: 'reopen_rating',
};

/**
 * The person says whether the answer solved it. If not, the task opens again with a new due day and is
 * flagged for the level above. Throws NotFound for a rating without a task, or that the actor does not see.
 * Refuses `not_answered` while no answer waits for a yes or no.
 */
export async function confirmTask(
  ctx: Ctx,
  { ratingId, solved }: ConfirmTaskInput,
): Promise<Result<{ entityType: string; entityId: string }, 'not_answered'>> {
  return transaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ rating: ratings, task: ratingTasks })
      .from(ratingTasks)
      .innerJoin(ratings, eq(ratings.id, ratingTasks.ratingId))
      .where(eq(ratingTasks.ratingId, ratingId))
      .for('update', { of: ratingTasks });
    if (!found) throw new NotFound('rating');
    const { rating, task } = found;
    authorize(accountOf(tx.actor) === rating.accountId);
    if (!canMoveTask(task.status, 'solved')) return refuse('not_answered');
    const { days } = await readSettings(tx, { days: ratingTaskDays });
    const patch =
      solved === 'yes'
        ? ({ status: 'solved', solvedAt: tx.now } as const)
        : ({
            status: 'open',
            escalatedAt: tx.now,
            dueOn: await answerBy(tx, days),
          } as const);
    await tx.db
      .update(ratingTasks)
      .set({ ...patch, version: task.version + 1 })
      .where(eq(ratingTasks.ratingId, ratingId));
    await recordAudit(tx, {
      action: auditNames[solved],
      entityType: 'rating',
      entityId: ratingId,
      organisationId: rating.organiserId,
      before: { status: task.status },
      after: { status: patch.status },
    });
    return ok({ entityType: rating.entityType, entityId: rating.entityId });
  });
}
