import 'server-only';
import { and, eq } from 'drizzle-orm';
import { importRows, imports } from '@/db/schema/imports';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readOnRecord } from '@/lib/transaction';
import { type Book, bookFields } from '../rules/books';
import { unpackCells } from '../steps/cells';
import { readReviewList } from './review-list';
import { seenImports } from './seen-imports';

export interface ImportRowView {
  readonly importId: string;
  readonly rowId: string;
  readonly book: Book;
  readonly rowNo: number;
  readonly name: string;
  readonly words: readonly string[];
  /** As the file has it; empty for a number whose last digits are lost. */
  readonly fields: readonly { key: string; label: string; hint: string; value: string }[];
}

/**
 * One row of an open review with its whole numbers, to be put right beside the document; each look is on record.
 * Throws NotFound for a row that the officer does not see, and once the review is over.
 */
export async function getImportRow(
  ctx: Ctx,
  importId: string,
  rowId: string,
): Promise<ImportRowView> {
  if (!isUuid(importId) || !isUuid(rowId)) throw new NotFound('import_row');
  return readOnRecord(ctx, async (tx) => {
    const mine = seenImports(tx.actor);
    const [row] = await tx.db
      .select()
      .from(imports)
      .where(and(eq(imports.id, importId), mine));
    const [one] = await readReviewList(tx, importId, eq(importRows.id, rowId));
    if (row?.status !== 'ready' || !row.cellsSealed || !row.columns || !one?.rowNo)
      throw new NotFound('import_row');
    const { columns } = row;
    const { rows, inexact } = unpackCells(importId, row.cellsSealed);
    const at = one.rowNo - 1;
    const shown = (column: number) =>
      inexact.some(([r, c]) => r === at && c === column) ? '' : (rows[at]?.[column] ?? '');
    await recordAudit(tx, {
      action: 'view_import_row',
      entityType: 'import',
      entityId: importId,
      organisationId: row.organisationId,
      after: { row: one.rowNo },
    });
    return {
      ...{
        importId,
        rowId,
        book: row.book,
        rowNo: one.rowNo,
        name: one.details.name,
        words: one.details.words,
      },
      fields: bookFields[row.book].flatMap(({ key, label, hint }) => {
        const column = columns[key];
        return column === undefined ? [] : [{ key, label, hint, value: shown(column) }];
      }),
    };
  });
}
