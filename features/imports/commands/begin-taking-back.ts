import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { imports } from '@/db/schema/imports';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { enqueue } from '@/lib/jobs/enqueue';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { mayImport } from '../policy';
import type { ImportInput } from '../schema/imports';
import { lockImport } from '../steps/lock-import';
import { otherRunning } from '../steps/other-running';

/**
 * Has a job take back what an import wrote, row by row, within the hours of the setting; whom somebody has touched
 * since stays. Any officer of the union may, not only who wrote it.
 * Refuses `not_written` for an import in another state; `undo_too_late`; `other_running` with its name.
 */
export async function beginTakingBack(
  ctx: Ctx,
  { importId }: ImportInput,
): Promise<Result<{ importId: string }, 'not_written' | 'undo_too_late' | 'other_running'>> {
  return transaction(ctx, async (tx) => {
    const { row, path } = await lockImport(tx, importId);
    authorize(mayImport(tx.actor, row.book, path));
    if (row.status !== 'written' || !row.undoUntil) return refuse('not_written');
    if (tx.now > row.undoUntil) return refuse('undo_too_late');
    const other = await otherRunning(tx, row);
    if (other) return refuse('other_running', { detail: { name: other } });
    await tx.db
      .update(imports)
      .set({ status: 'taking_back', workedAt: sql`clock_timestamp()` })
      .where(eq(imports.id, importId));
    await recordAudit(tx, {
      action: 'take_back_import',
      entityType: 'import',
      entityId: importId,
      organisationId: row.organisationId,
    });
    const task = { task: 'take_back_import', key: `import:${importId}` };
    await enqueue(tx, { ...task, payload: { id: importId } });
    return ok({ importId });
  });
}
