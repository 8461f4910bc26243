import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { imports } from '@/db/schema/imports';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { enqueue } from '@/lib/jobs/enqueue';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { mayImport } from '../policy';
import { fieldsToChange, rowsToWrite } from '../queries/import-counts';
import { massChange } from '../rules/mass-change';
import type { WriteInput } from '../schema/imports';
import { importMassPercent } from '../settings';
import { lockImport } from '../steps/lock-import';
import { otherRunning } from '../steps/other-running';

export type BeginRefusal = 'not_now' | 'nothing_to_write' | 'other_running' | 'mass_change';

/**
 * Has a job write what the review shows, each row checked once more. Of two imports of one book of one union, or of one and
 * the town above it, only one is written at a time.
 * Refuses `not_now` unless the review is open; `nothing_to_write`; `other_running` with its name; `mass_change`
 * where one field changes in a large share of the rows and that was not confirmed.
 */
export async function beginWriting(
  ctx: Ctx,
  { importId, mass }: WriteInput,
): Promise<Result<{ importId: string }, BeginRefusal>> {
  return transaction(ctx, async (tx) => {
    const { row, path } = await lockImport(tx, importId);
    authorize(mayImport(tx.actor, row.book, path));
    if (row.status !== 'ready') return refuse('not_now');
    const other = await otherRunning(tx, row);
    if (other) return refuse('other_running', { detail: { name: other } });
    const wanted = await rowsToWrite(tx, importId);
    if (wanted === 0) return refuse('nothing_to_write');
    const { importMassPercent: percent } = await readSettings(tx, { importMassPercent });
    const much = massChange(row.book, await fieldsToChange(tx, importId), row.notes.rows, percent);
    if (much && mass !== 'yes') return refuse('mass_change', { detail: { ...much } });
    await tx.db
      .update(imports)
      .set({
        status: 'writing',
        startedBy: accountOf(tx.actor),
        startedAt: tx.now,
        workedAt: sql`clock_timestamp()`,
      })
      .where(eq(imports.id, importId));
    await recordAudit(tx, {
      action: 'write_import',
      entityType: 'import',
      entityId: importId,
      organisationId: row.organisationId,
      after: { book: row.book, rows: wanted },
    });
    await enqueue(tx, {
      task: 'write_import',
      payload: { id: importId },
      key: `import:${importId}`,
    });
    return ok({ importId });
  });
}
