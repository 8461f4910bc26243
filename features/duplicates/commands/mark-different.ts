import 'server-only';
import { eq } from 'drizzle-orm';
import { duplicatePairs } from '@/db/schema/duplicates';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canMergeRecords } from '../policy';
import type { MarkDifferentInput } from '../schema/duplicates';

/**
 * 不是同一个: the pair is not asked about again until one of the two records says something else of who it is.
 * Throws NotFound for a pair outside the officer's unions.
 * Refuses `answered` when somebody was faster.
 */
export const markDifferent = (
  ctx: Ctx,
  { pairId, reason }: MarkDifferentInput,
): Promise<Result<{ kind: 'person' | 'employer' }, 'answered'>> =>
  transaction(ctx, async (tx) => {
    const one = eq(duplicatePairs.id, pairId);
    const [pair] = await tx.db.select().from(duplicatePairs).where(one).for('update');
    if (!pair) throw new NotFound('pair');
    authorize(canMergeRecords(tx.actor, await organisationPath(tx, pair.organisationId)));
    if (pair.status !== 'open') return refuse('answered');
    await tx.db
      .update(duplicatePairs)
      .set({ status: 'different', reason, decidedBy: accountOf(tx.actor), decidedAt: tx.now })
      .where(one);
    await recordAudit(tx, {
      action: 'mark_different',
      entityType: 'duplicate_pair',
      entityId: pairId,
      organisationId: pair.organisationId,
      after: { kind: pair.kind, points: pair.points },
      reason,
    });
    return ok({ kind: pair.kind });
  });
