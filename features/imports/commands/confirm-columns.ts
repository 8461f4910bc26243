import 'server-only';
import { eq } from 'drizzle-orm';
import { importColumns, importRows, imports } from '@/db/schema/imports';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { enqueue } from '@/lib/jobs/enqueue';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { mayImport } from '../policy';
import { bookFields } from '../rules/books';
import { type BookColumns, missingColumns, plainHeading } from '../rules/columns';
import type { ColumnsInput } from '../schema/imports';
import { lockImport } from '../steps/lock-import';

/** The chosen columns by field; one column for two fields counts for neither. */
function columnsOf(chosen: readonly string[], known: readonly string[], width: number) {
  const pairs = chosen
    .filter((one) => one !== '')
    .map((one) => one.split(':'))
    .map(([key = '', at]) => [key, Number(at)] as const)
    .filter(([key, at]) => known.includes(key) && at < width);
  const twice = pairs.find(([key, at]) => pairs.some(([k, a]) => a === at && k !== key));
  return { columns: Object.fromEntries(pairs) as BookColumns, twice };
}

/**
 * The officer says which column is what; the union's next file of this book is proposed the same. Then the rows
 * are looked through by a job.
 * Refuses `bad_columns` where a required field has no column or two have one; `not_now` once it is being written;
 * `forgotten` when its rows are gone.
 */
export async function confirmColumns(
  ctx: Ctx,
  input: ColumnsInput,
): Promise<Result<{ importId: string }, 'bad_columns' | 'not_now' | 'forgotten'>> {
  return transaction(ctx, async (tx) => {
    const { row, path } = await lockImport(tx, input.importId);
    authorize(mayImport(tx.actor, row.book, path));
    if (row.status !== 'uploaded' && row.status !== 'ready') return refuse('not_now');
    if (!row.cellsSealed) return refuse('forgotten');
    const fields = bookFields[row.book];
    const { headings } = row.notes;
    const known = fields.map(({ key }) => key);
    const { columns, twice } = columnsOf(input.columns, known, headings.length);
    const label = fields.find(({ key }) => key === twice?.[0])?.label;
    if (label)
      return refuse('bad_columns', { fieldErrors: { columns: `“${label}”和另一项选了同一栏` } });
    const missing = missingColumns(columns, fields);
    if (missing.length > 0)
      return refuse('bad_columns', { fieldErrors: { columns: `请给${missing.join('、')}选一栏` } });
    await tx.db.delete(importRows).where(eq(importRows.importId, row.id));
    await tx.db
      .update(imports)
      .set({ columns, status: 'checking', workedAt: tx.now, checkedAt: null })
      .where(eq(imports.id, row.id));
    const remembered = Object.fromEntries(
      Object.entries(columns).map(([key, at]) => [key, plainHeading(headings[at] ?? '')]),
    );
    const { organisationId, book } = row;
    const now = { headings: remembered, updatedAt: tx.now };
    await tx.db
      .insert(importColumns)
      .values({ organisationId, book, ...now })
      .onConflictDoUpdate({ target: [importColumns.organisationId, importColumns.book], set: now });
    await recordAudit(tx, {
      action: 'confirm_columns',
      entityType: 'import',
      entityId: row.id,
      organisationId,
      after: { columns: Object.keys(columns) },
    });
    await enqueue(tx, { task: 'check_import', payload: { id: row.id }, key: `import:${row.id}` });
    return ok({ importId: row.id });
  });
}
