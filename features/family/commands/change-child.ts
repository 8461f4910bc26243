import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { children } from '@/db/schema/family';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isGuardian } from '../policy';
import type { ChangeChildInput } from '../schema/family';
import { guardedChild } from '../steps/guarded-child';

/**
 * Changes school and grade. A wrong name or document is put right by an officer, with proof
 * (corrections).
 * Refuses `stale` when someone else saved since the page was shown.
 */
export async function changeChild(
  ctx: Ctx,
  input: ChangeChildInput,
): Promise<Result<{ childId: string }, 'stale'>> {
  return transaction(ctx, async (tx) => {
    const { child, guardianPersonIds } = await guardedChild(tx, input.childId);
    authorize(isGuardian(tx.actor, guardianPersonIds));
    const { school, schoolEntryYear } = input;
    const changed = await tx.db
      .update(children)
      .set({ school, schoolEntryYear, version: sql`${children.version} + 1` })
      .where(and(eq(children.id, input.childId), eq(children.version, input.version)))
      .returning({ id: children.id });
    if (changed.length === 0) return refuse('stale');
    await recordAudit(tx, {
      action: 'change_child',
      entityType: 'child',
      entityId: input.childId,
      before: { schoolEntryYear: child.schoolEntryYear },
      after: { schoolEntryYear },
    });
    return ok({ childId: input.childId });
  });
}
