import 'server-only';
import { eq } from 'drizzle-orm';
import { imports } from '@/db/schema/imports';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';

export type ImportRow = typeof imports.$inferSelect;

/**
 * The import, locked until the transaction ends, and the path of its union for the rights. Throws NotFound where
 * the officer sees none.
 */
export async function lockImport(
  tx: Ctx,
  importId: string,
): Promise<{ row: ImportRow; path: string[] }> {
  const [row] = await tx.db.select().from(imports).where(eq(imports.id, importId)).for('update');
  if (!row) throw new NotFound('import');
  return { row, path: await organisationPath(tx, row.organisationId) };
}

/** The import as a job finds it, locked; null once it is in another state. Run it as the system. */
export async function lockWorking(
  systemTx: Ctx,
  importId: string,
  status: ImportRow['status'],
): Promise<ImportRow | null> {
  const [row] = await systemTx.db
    .select()
    .from(imports)
    .where(eq(imports.id, importId))
    .for('update');
  return row?.status === status ? row : null;
}
