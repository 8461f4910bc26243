import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { ratingComment, ratings, ratingTasks } from '@/db/schema/ratings';
import { answerBy } from '@/features/clocks/steps/start-clock';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { findRating } from '../queries/my-rating';
import { findOwnCase } from '../queries/rated-case';
import { isPoor, type RateRefusal, refuseRating } from '../rules';
import type { RateInput } from '../schema';
import { ratingChangeHours, ratingTaskDays } from '../settings';

type Found = NonNullable<Awaited<ReturnType<typeof findRating>>>;

/** 差评 becomes a task with a due day; a poor rating taken back takes its task back. */
async function keepTask(
  tx: Ctx,
  rating: { id: string; organiserId: string; level: number },
  task: Found['task'],
  days: number,
): Promise<void> {
  const poor = isPoor(rating.level);
  if (!poor && task?.status !== 'open') return;
  if (poor && task?.status === 'open') return;
  const status = poor ? 'open' : 'withdrawn';
  const dueOn = await answerBy(tx, days);
  const { id: ratingId, organiserId } = rating;
  await tx.db
    .insert(ratingTasks)
    .values({ ratingId, organiserId, status, dueOn, createdAt: tx.now })
    .onConflictDoUpdate({
      target: ratingTasks.ratingId,
      set: { status, dueOn, version: sql`${ratingTasks.version} + 1` },
    });
}

/**
 * 好差评: the person rates their own case once it is over; one rating a case, which may be changed for a
 * day. 不满意 and below becomes a task of the organiser, due in 15 working days (domain.md §3.8). Throws
 * NotFound for a case that is not one's own.
 */
export async function rateCase(
  ctx: Ctx,
  input: RateInput,
): Promise<
  Result<{ entityType: RateInput['entityType']; entityId: string; poor: boolean }, RateRefusal>
> {
  const { entityType, entityId, level, reasons, comment } = input;
  return transaction(ctx, async (tx) => {
    const rated = await findOwnCase(tx, entityType, entityId);
    if (!rated) throw new NotFound('case');
    authorize(tx.actor.kind === 'account');
    const { hours, days } = await readSettings(tx, {
      hours: ratingChangeHours,
      days: ratingTaskDays,
    });
    // Two tabs: the second waits here for the first, and then finds its rating.
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${entityId}, 7))`);
    const found = await findRating(tx, entityType, entityId);
    const changeableUntil = found?.rating.changeableUntil ?? null;
    const taskStatus = found?.task?.status ?? null;
    const refused = refuseRating({ done: rated.done, changeableUntil, taskStatus }, tx.now);
    if (refused) return refuse(refused);
    const id = found?.rating.id ?? newId();
    const said = {
      level,
      reasons,
      commentSealed: comment && sealField(comment, ratingComment(id)),
      updatedAt: tx.now,
    };
    if (found) {
      await tx.db
        .update(ratings)
        .set({ ...said, version: found.rating.version + 1 })
        .where(and(eq(ratings.id, id), eq(ratings.version, found.rating.version)));
    } else {
      await tx.db.insert(ratings).values({
        id,
        entityType,
        entityId,
        accountId: rated.accountId,
        organiserId: rated.organiserId,
        subject: rated.subject,
        kind: rated.kind,
        title: rated.title,
        caseNumber: rated.number,
        changeableUntil: new Date(tx.now.getTime() + hours * 3_600_000),
        createdAt: tx.now,
        ...said,
      });
    }
    await keepTask(tx, { id, organiserId: rated.organiserId, level }, found?.task ?? null, days);
    await recordAudit(tx, {
      action: found ? 'change_rating' : 'rate_case',
      entityType: 'rating',
      entityId: id,
      organisationId: rated.organiserId,
      before: found ? { level: found.rating.level } : undefined,
      after: { level },
    });
    return ok({ entityType, entityId, poor: isPoor(level) });
  });
}
