import 'server-only';
import { eq } from 'drizzle-orm';
import { segments } from '@/db/schema/segments';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageSegments } from '../policy';
import type { ArchiveSegmentInput } from '../schema/segment';
import { lockSegment } from '../steps/lock-segment';

/**
 * Takes a 人群 off the lists; messages sent and conditions of offerings made of it stay. Throws NotFound for one
 * that is not this officer's.
 * Refuses `stale` when it was changed or archived since the page was shown.
 */
export async function archiveSegment(
  ctx: Ctx,
  { segmentId, version }: ArchiveSegmentInput,
): Promise<Result<{ segmentId: string }, 'stale'>> {
  return transaction(ctx, async (tx): Promise<Result<{ segmentId: string }, 'stale'>> => {
    authorize(canManageSegments.anywhere(tx.actor));
    const { segment } = await lockSegment(tx, segmentId);
    if (segment.archivedAt || segment.version !== version) return refuse('stale');
    await tx.db
      .update(segments)
      .set({ archivedAt: tx.now, version: version + 1, updatedAt: tx.now })
      .where(eq(segments.id, segmentId));
    await recordAudit(tx, {
      action: 'archive_segment',
      entityType: 'segment',
      entityId: segmentId,
      organisationId: segment.organisationId,
      before: { name: segment.name },
    });
    return ok({ segmentId });
  });
}

type Restored = Result<{ segmentId: string }, 'stale' | 'name_taken'>;

async function restore(tx: Ctx, { segmentId, version }: ArchiveSegmentInput): Promise<Restored> {
  const { segment, path } = await lockSegment(tx, segmentId);
  authorize(canManageSegments(tx.actor, path));
  if (!segment.archivedAt || segment.version !== version) return refuse('stale');
  await tx.db
    .update(segments)
    .set({ archivedAt: null, version: version + 1, updatedAt: tx.now })
    .where(eq(segments.id, segmentId));
  await recordAudit(tx, {
    action: 'restore_segment',
    entityType: 'segment',
    entityId: segmentId,
    organisationId: segment.organisationId,
    after: { name: segment.name },
  });
  return ok({ segmentId });
}

/**
 * Puts an archived 人群 back. Throws NotFound for one that is not this officer's.
 * Refuses `name_taken` when another has its name by now; `stale` when it is back already or was changed.
 * @audited-by restore
 */
export async function restoreSegment(ctx: Ctx, input: ArchiveSegmentInput): Promise<Restored> {
  try {
    return await transaction(ctx, (tx) => {
      authorize(canManageSegments.anywhere(tx.actor));
      return restore(tx, input);
    });
  } catch (error) {
    if (!violates(error, 'segments_name_idx')) throw error;
    return refuse('name_taken');
  }
}
