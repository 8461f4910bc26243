import 'server-only';
import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { ratingComment, ratings, ratingTasks } from '@/db/schema/ratings';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Actor } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read, readOnRecord } from '@/lib/transaction';
import { canAnswerRatings, ratedKinds } from '../policy';

/** Kind by kind: a rating of a screening reaches its own officer only. */
function answerable(actor: Actor): SQL | undefined {
  const scopes = ratedKinds
    .filter((kind) => canAnswerRatings[kind].anywhere(actor))
    .map((kind) =>
      and(
        eq(ratings.kind, kind),
        inScope(ratings.organiserId, canAnswerRatings[kind].organisationsOf(actor)),
      ),
    );
  return scopes.length > 0 ? or(...scopes) : sql`false`;
}

/** Whether this officer answers ratings anywhere; for the menu and the page. */
export const answersRatings = (actor: Actor): boolean =>
  ratedKinds.some((kind) => canAnswerRatings[kind].anywhere(actor));

/** No name and no account: the officer answers the matter, not the person. */
const columns = {
  ratingId: ratings.id,
  kind: ratings.kind,
  title: ratings.title,
  caseNumber: ratings.caseNumber,
  level: ratings.level,
  reasons: ratings.reasons,
  createdAt: ratings.createdAt,
  organiserId: ratings.organiserId,
  status: ratingTasks.status,
  dueOn: ratingTasks.dueOn,
  answer: ratingTasks.answer,
  answeredAt: ratingTasks.answeredAt,
  solvedAt: ratingTasks.solvedAt,
  escalatedAt: ratingTasks.escalatedAt,
  version: ratingTasks.version,
};

const rows = (tx: Ctx) =>
  tx.db.select(columns).from(ratingTasks).innerJoin(ratings, eq(ratings.id, ratingTasks.ratingId));

/** 待整改, the earliest due first, and the last ones answered. */
export async function listRatingTasks(ctx: Ctx) {
  authorize(answersRatings(ctx.actor));
  return read(ctx, async (tx) => ({
    open: await rows(tx)
      .where(and(answerable(tx.actor), eq(ratingTasks.status, 'open')))
      .orderBy(asc(ratingTasks.dueOn), asc(ratingTasks.createdAt))
      .limit(100),
    done: await rows(tx)
      .where(and(answerable(tx.actor), inArray(ratingTasks.status, ['answered', 'solved'])))
      .orderBy(desc(ratingTasks.answeredAt))
      .limit(20),
    now: tx.now,
  }));
}

export type TaskLine = Awaited<ReturnType<typeof listRatingTasks>>['open'][number];

/** One task with what the person wrote; each opening is on record. NotFound outside the officer's reach. */
export async function openRatingTask(ctx: Ctx, ratingId: string) {
  return readOnRecord(ctx, async (tx) => {
    const [line] = await rows(tx).where(and(answerable(tx.actor), eq(ratings.id, ratingId)));
    if (!line) throw new NotFound('rating');
    const [more] = await tx.db
      .select({ sealed: ratings.commentSealed })
      .from(ratings)
      .where(eq(ratings.id, ratingId));
    await recordAudit(tx, {
      action: 'view_rating',
      entityType: 'rating',
      entityId: ratingId,
      organisationId: line.organiserId,
    });
    const comment = more?.sealed ? openField(more.sealed, ratingComment(ratingId)) : null;
    return { ...line, comment, now: tx.now };
  });
}

export type OpenTask = Awaited<ReturnType<typeof openRatingTask>>;
