import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { importRows, imports } from '@/db/schema/imports';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { read, readAsSystem, transaction } from '@/lib/transaction';
import { mayImport } from '../policy';
import type { ImportKind } from '../rules/book-row';
import type { CorrectRowInput } from '../schema/correct-row';
import { bookWorks } from '../steps/book-works';
import { type Cells, packCells, unpackCells } from '../steps/cells';
import { type ImportRow, lockImport } from '../steps/lock-import';
import { reviewedRow } from '../steps/reviewed-row';
import { rehearseRows } from './rehearse-rows';

type Values = CorrectRowInput['values'];
type Target = { readonly rowId: string; readonly rowNo: number };

/** The cells of the file with what was put right; a number that was typed by hand is whole. */
function withValues(
  cells: Cells,
  columns: Record<string, number>,
  at: number,
  values: Values,
): Cells {
  const row = [...(cells.rows[at] ?? [])];
  const changed = new Set<number>();
  for (const [key, value] of Object.entries(values)) {
    const column = columns[key];
    if (column === undefined || value === undefined) continue;
    row[column] = value;
    changed.add(column);
  }
  return {
    rows: cells.rows.map((one, index) => (index === at ? row : one)),
    inexact: cells.inexact.filter(([r, column]) => r !== at || !changed.has(column)),
  };
}

/** What the row, and those that lean on it, come to with these cells, by the real writing rolled back; null where it is blank now. */
async function lookAgain(ctx: Ctx, row: ImportRow, cells: Cells, { rowId, rowNo }: Target) {
  const work = bookWorks[row.book];
  const { lines, context } = await readAsSystem(ctx, async (tx) => {
    const sheet = { ...cells, headingRow: row.notes.headingRow };
    const lines = await work.parse(tx, sheet, row.columns ?? {}, row);
    return { lines, context: await work.context(tx, row) };
  });
  const found = lines.find(({ line }) => line.rowNo === rowNo);
  if (!found) return null;
  // What leans on the row may be right now as well.
  const leaning = lines.filter((line) => work.leansOn?.([line], lines).includes(found));
  const ids = await rowIds(
    ctx,
    row.id,
    leaning.map(({ line }) => line.rowNo),
  );
  const others = leaning.flatMap((line) => {
    const id = ids.get(line.line.rowNo);
    return id ? [{ rowId: id, found: line }] : [];
  });
  const rehearsal = { work, lines, context };
  return rehearseRows(asSystem(ctx), [{ rowId, found }, ...others], rehearsal);
}

/** Rows of the review by their number in the file. */
async function rowIds(ctx: Ctx, importId: string, rowNos: readonly number[]) {
  if (rowNos.length === 0) return new Map<number | null, string>();
  const wanted = and(eq(importRows.importId, importId), inArray(importRows.rowNo, [...rowNos]));
  const rows = await read(ctx, (tx) =>
    tx.db.select({ id: importRows.id, rowNo: importRows.rowNo }).from(importRows).where(wanted),
  );
  return new Map(rows.map(({ id, rowNo }) => [rowNo, id]));
}

/** The import as it stands and the row, for who may. Throws NotFound. */
async function targetOf(ctx: Ctx, { importId, rowId }: CorrectRowInput) {
  return read(ctx, async (tx) => {
    const [row] = await tx.db.select().from(imports).where(eq(imports.id, importId));
    if (!row) throw new NotFound('import');
    authorize(mayImport(tx.actor, row.book, await organisationPath(tx, row.organisationId)));
    const mine = and(eq(importRows.id, rowId), eq(importRows.importId, importId));
    const [one] = await tx.db.select({ rowNo: importRows.rowNo }).from(importRows).where(mine);
    if (!one?.rowNo) throw new NotFound('import_row');
    return { row, target: { rowId, rowNo: one.rowNo } };
  });
}

/**
 * Puts cells of one row right beside the document, instead of sending the file again, and looks the row through
 * anew, with the rows that lean on it. What the file had stands corrected in its copy as well. Throws NotFound for a row of another import.
 * Refuses `not_now` unless the review is open; `forgotten` when its rows are gone.
 * @returns the kind that the row is now
 */
export async function correctRow(
  ctx: Ctx,
  input: CorrectRowInput,
): Promise<Result<{ importId: string; kind: ImportKind }, 'not_now' | 'forgotten'>> {
  const { row, target } = await targetOf(ctx, input);
  const { rowNo } = target;
  if (row.status !== 'ready') return refuse('not_now');
  if (!row.cellsSealed || !row.columns) return refuse('forgotten');
  const { columns } = row;
  const correct = (cells: Cells) => withValues(cells, columns, rowNo - 1, input.values);
  const again = await lookAgain(ctx, row, correct(unpackCells(row.id, row.cellsSealed)), target);
  const [first] = again ?? [];
  if (!again || !first) return refuse('forgotten');
  return transaction(ctx, async (tx) => {
    const { row: now, path } = await lockImport(tx, input.importId);
    authorize(mayImport(tx.actor, row.book, path));
    if (now.status !== 'ready' || !now.cellsSealed) return refuse('not_now');
    // Read again under the lock: a colleague may have put another row right meanwhile.
    const cellsSealed = packCells(row.id, correct(unpackCells(row.id, now.cellsSealed)));
    for (const one of again)
      await tx.db
        .update(importRows)
        .set(reviewedRow(bookWorks[row.book], one))
        .where(eq(importRows.id, one.rowId));
    await tx.db.update(imports).set({ cellsSealed }).where(eq(imports.id, row.id));
    await recordAudit(tx, {
      action: 'correct_import_row',
      entityType: 'import',
      entityId: row.id,
      organisationId: row.organisationId,
      after: { row: rowNo, fields: Object.keys(input.values) },
    });
    return ok({ importId: row.id, kind: first.plan.kind });
  });
}
