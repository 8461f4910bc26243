import 'server-only';
import { and, eq } from 'drizzle-orm';
import { ratingComment, ratings, ratingTasks } from '@/db/schema/ratings';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';
import { type RatingTaskStatus, refuseRating } from '../rules';
import type { RatedType } from '../schema';
import { findOwnCase } from './rated-case';

/** The rating of a case and what became of it, as the actor may see it. Null while it is not rated. */
export async function findRating(tx: Ctx, type: RatedType, id: string) {
  const [row] = await tx.db
    .select({ rating: ratings, task: ratingTasks })
    .from(ratings)
    .leftJoin(ratingTasks, eq(ratingTasks.ratingId, ratings.id))
    .where(and(eq(ratings.entityType, type), eq(ratings.entityId, id)));
  return row ?? null;
}

/** One's own case with one's rating of it and the answer, or null for anybody else's. */
export async function findMyRating(ctx: Ctx, type: RatedType, id: string) {
  return read(ctx, async (tx) => {
    const rated = await findOwnCase(tx, type, id);
    if (!rated) return null;
    const found = await findRating(tx, type, id);
    const rating = found && {
      id: found.rating.id,
      level: found.rating.level,
      reasons: found.rating.reasons,
      comment:
        found.rating.commentSealed &&
        openField(found.rating.commentSealed, ratingComment(found.rating.id)),
      changeableUntil: found.rating.changeableUntil,
      task: found.task,
    };
    const taskStatus: RatingTaskStatus | null = found?.task?.status ?? null;
    const changeableUntil = rating?.changeableUntil ?? null;
    const refused = refuseRating({ done: rated.done, changeableUntil, taskStatus }, tx.now);
    return { ...rated, rating, refused, now: tx.now };
  });
}

/** One's own case with its rating, for the page of the rating. Throws NotFound for anybody else's. */
export async function getMyRating(ctx: Ctx, type: RatedType, id: string): Promise<MyRating> {
  const found = await findMyRating(ctx, type, id);
  if (!found) throw new NotFound('case');
  return found;
}

export type MyRating = NonNullable<Awaited<ReturnType<typeof findMyRating>>>;
