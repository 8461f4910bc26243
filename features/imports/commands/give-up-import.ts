import 'server-only';
import { eq } from 'drizzle-orm';
import { importRows, imports } from '@/db/schema/imports';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { mayImport } from '../policy';
import type { ImportInput } from '../schema/imports';
import { lockImport } from '../steps/lock-import';

/**
 * Gives an import up before anything was written: what its file held goes at once.
 * Refuses `not_now` once it is being written.
 */
export async function giveUpImport(
  ctx: Ctx,
  { importId }: ImportInput,
): Promise<Result<{ importId: string }, 'not_now'>> {
  return transaction(ctx, async (tx) => {
    const { row, path } = await lockImport(tx, importId);
    authorize(mayImport(tx.actor, row.book, path));
    if (!['uploaded', 'checking', 'ready'].includes(row.status)) return refuse('not_now');
    await tx.db.delete(importRows).where(eq(importRows.importId, importId));
    await tx.db
      .update(imports)
      .set({ status: 'cancelled', cellsSealed: null })
      .where(eq(imports.id, importId));
    await recordAudit(tx, {
      action: 'give_up_import',
      entityType: 'import',
      entityId: importId,
      organisationId: row.organisationId,
    });
    return ok({ importId });
  });
}
