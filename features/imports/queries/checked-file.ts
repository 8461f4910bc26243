import 'server-only';
import { and, eq } from 'drizzle-orm';
import { imports } from '@/db/schema/imports';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { type SheetColumn, spreadsheet } from '@/lib/documents/spreadsheet';
import { NotFound } from '@/lib/errors';
import { readOnRecord } from '@/lib/transaction';
import { kindWords, reasonWords, rowStateWords } from '../rules/import-words';
import { unpackCells } from '../steps/cells';
import { type ReviewRow, readReviewList } from './review-list';
import { seenImports } from './seen-imports';

const why = ({ details: { changes, words }, reason }: ReviewRow) =>
  [
    ...changes.map(({ label, before, after }) => `${label}：${before || '（空）'} → ${after}`),
    ...words,
    ...(reason ? [reasonWords[reason] ?? reason] : []),
  ].join('；');

const result = (row: ReviewRow) =>
  row.state === 'reviewed'
    ? kindWords[row.kind]
    : `${kindWords[row.kind]}，${rowStateWords[row.state]}`;

/**
 * The officer's own sheet with two columns more: what each row is, and what is wrong with it. Row numbers stay, so
 * that it can be put right and sent again. Its whole numbers are on record. Throws NotFound for an import that the
 * officer does not see, and once its rows were forgotten.
 */
export async function writeCheckedFile(
  ctx: Ctx,
  importId: string,
): Promise<{ name: string; content: Buffer }> {
  return readOnRecord(ctx, async (tx) => {
    const mine = seenImports(tx.actor);
    const [row] = await tx.db
      .select()
      .from(imports)
      .where(and(eq(imports.id, importId), mine));
    if (!row?.cellsSealed) throw new NotFound('import');
    const { rows } = unpackCells(importId, row.cellsSealed);
    const reviewed = await readReviewList(tx, importId);
    const byRow = new Map(reviewed.map((one) => [one.rowNo, one]));
    const { headingRow } = row.notes;
    const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    const lines = rows.map((cells, at) => {
      const one = byRow.get(at + 1);
      const [first, second] =
        at + 1 === headingRow ? ['核对结果', '原因'] : one ? [result(one), why(one)] : ['', ''];
      return [first, second, ...cells];
    });
    const [head = [], ...rest] = lines;
    const columns = Array.from(
      { length: width + 2 },
      (_, at): SheetColumn<string[]> => ({
        header: head[at] ?? '',
        width: at === 1 ? 44 : 18,
        value: (line) => line[at] ?? '',
      }),
    );
    const content = await spreadsheet({ sheet: '核对结果', columns, rows: rest });
    await recordAudit(tx, {
      action: 'view_import_file',
      entityType: 'import',
      entityId: importId,
      organisationId: row.organisationId,
      after: { rows: rows.length },
    });
    return { name: `核对结果 ${row.fileName.replace(/\.\w+$/, '')}.xlsx`, content };
  });
}
