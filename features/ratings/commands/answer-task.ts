import 'server-only';
import { eq } from 'drizzle-orm';
import { ratings, ratingTasks } from '@/db/schema/ratings';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { answeredNotice } from '../messages';
import { canAnswerRatings, isRatedKind } from '../policy';
import { canMoveTask } from '../rules';
import type { AnswerTaskInput } from '../schema';

/**
 * 整改答复: the organiser writes what was found and done; the person reads it and says whether it is
 * solved. Nobody answers a rating of their own (domain.md §4.3, 回避). Throws NotFound for a rating that asks
 * for no answer, or that the officer does not see.
 * Refuses `own_case` for one's own or one's family's; `stale` when it is answered or has changed
 * since the page.
 */
export async function answerTask(
  ctx: Ctx,
  { ratingId, version, answer }: AnswerTaskInput,
): Promise<Result<{ ratingId: string }, 'stale' | 'own_case'>> {
  return transaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ rating: ratings, task: ratingTasks })
      .from(ratingTasks)
      .innerJoin(ratings, eq(ratings.id, ratingTasks.ratingId))
      .where(eq(ratingTasks.ratingId, ratingId))
      .for('update', { of: ratingTasks });
    if (!found) throw new NotFound('rating');
    const { rating, task } = found;
    const path = await organisationPath(tx, rating.organiserId);
    authorize(isRatedKind(rating.kind) && canAnswerRatings[rating.kind](tx.actor, path));
    const answeredBy = accountOf(tx.actor);
    if (await isOwnCase(tx, rating)) return refuse('own_case');
    if (!canMoveTask(task.status, 'answered') || task.version !== version) return refuse('stale');
    const next = version + 1;
    await tx.db
      .update(ratingTasks)
      .set({ status: 'answered', answer, answeredAt: tx.now, answeredBy, version: next })
      .where(eq(ratingTasks.ratingId, ratingId));
    await recordAudit(tx, {
      action: 'answer_rating',
      entityType: 'rating',
      entityId: ratingId,
      organisationId: rating.organiserId,
      before: { status: task.status },
      after: { status: 'answered' },
    });
    const { accountId } = rating;
    await notify(tx, { accountId, ...answeredNotice(rating, ratingId, next) });
    return ok({ ratingId });
  });
}
