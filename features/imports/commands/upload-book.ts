import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { imports, type SheetNotes } from '@/db/schema/imports';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { blindIndex } from '@/lib/crypto/blind-index';
import type { Ctx } from '@/lib/ctx';
import { readTable, tableWords } from '@/lib/documents/table-file';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { read, transaction } from '@/lib/transaction';
import { mayImport } from '../policy';
import { bookPlaces, notItsPlace } from '../rules/book-places';
import { bookFields, bookLabels } from '../rules/books';
import { findHeadingRow } from '../rules/columns';
import { likelierBook } from '../rules/likely-book';
import { MOST_FILE_BYTES, shownFileName, type UploadInput } from '../schema/imports';
import { importMostColumns, importMostRows } from '../settings';
import { packCells } from '../steps/cells';

const bad = (words: string) => refuse('bad_table' as const, { fieldErrors: { table: words } });

/** Whether the chosen organisation may have such a book. */
async function fits(ctx: Ctx, { book, organisationId }: UploadInput): Promise<boolean> {
  const of = await read(ctx, (tx) => findOrganisation(tx, organisationId));
  return of !== null && bookPlaces[book].includes(of.kind);
}

/** Above the rows there may be a title and two rows of headings. */
const HEAD_ROWS = 20;

async function readSheet(ctx: Ctx, { book, table }: UploadInput) {
  const limits = await read(ctx, (tx) => readSettings(tx, { importMostRows, importMostColumns }));
  const { importMostRows: mostRows, importMostColumns: maxColumns } = limits;
  const file = Buffer.from(await table.arrayBuffer());
  const maxRows = mostRows + HEAD_ROWS;
  const sheet = await readTable(file, {
    maxBytes: MOST_FILE_BYTES,
    maxRows,
    maxColumns,
    fillMerged: true,
  });
  if (!sheet.ok) {
    const { reason } = sheet;
    if (reason === 'too_many_rows') return bad(`超过 ${mostRows} 行，请分成几个文件导入`);
    if (reason === 'too_many_columns') return bad(`超过 ${maxColumns} 栏，请删去用不到的栏再传`);
    return bad(tableWords(sheet));
  }
  const likelier = likelierBook(sheet.rows, book);
  if (likelier)
    return bad(
      `这像是${bookLabels[likelier]}的表，您选的是${bookLabels[book]}。请换成${bookLabels[likelier]}再传，或换一个文件`,
    );
  const at = findHeadingRow(sheet.rows, bookFields[book]);
  if (at === null) {
    const labels = bookFields[book].filter(({ required }) => required).map(({ label }) => label);
    return bad(
      `第一张表里没有找到栏名（${labels.join('、')}）。看看是不是传错了表，或把要导入的表放到第一张`,
    );
  }
  const filled = sheet.rows.slice(at + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return bad('栏名下面没有内容，请选填好的表格');
  const { rows, columns, sheets } = sheet.hidden;
  const notes: SheetNotes = {
    headings: (sheet.rows[at] ?? []).map((cell) => cell.slice(0, 60)),
    headingRow: at + 1,
    rows: filled.length,
    hiddenRows: rows,
    hiddenColumns: columns,
    hiddenSheets: sheets,
  };
  const cells = { rows: sheet.rows, inexact: sheet.inexact ?? [] };
  return ok({ notes, cells, fileIndex: blindIndex('import_file', file.toString('base64')) });
}

/**
 * Takes a workbook in: it is read, its cells are stored sealed, and nothing else happens. Cells are text: a formula
 * is never worked out. The same file a second time leads to what the first came to.
 * Refuses `bad_table` with words for the field: empty, too large, a password, macros, no headings, another book;
 * an organisation that cannot have such a book.
 * @returns the import, and whether this file was here before
 */
export async function uploadBook(
  ctx: Ctx,
  input: UploadInput,
): Promise<Result<{ importId: string; again: boolean }, 'bad_table'>> {
  const { book, organisationId } = input;
  authorize(
    mayImport(ctx.actor, book, await read(ctx, (tx) => organisationPath(tx, organisationId))),
  );
  if (!(await fits(ctx, input)))
    return refuse('bad_table', { fieldErrors: { organisationId: notItsPlace[book] } });
  // Before the transaction: a thread of its own reads it, for seconds perhaps.
  const sheet = await readSheet(ctx, input);
  if (!sheet.ok) return sheet;
  const { notes, cells, fileIndex } = sheet.value;
  return transaction(ctx, async (tx) => {
    authorize(mayImport(tx.actor, book, await organisationPath(tx, organisationId)));
    const uploadedBy = accountOf(tx.actor);
    if (!uploadedBy) throw new Error('a book without an officer');
    const same = and(
      eq(imports.fileIndex, fileIndex),
      eq(imports.organisationId, organisationId),
      eq(imports.book, book),
      inArray(imports.status, ['uploaded', 'checking', 'ready', 'writing', 'written']),
    );
    const [earlier] = await tx.db
      .select({ id: imports.id })
      .from(imports)
      .where(same)
      .orderBy(desc(imports.createdAt))
      .limit(1);
    if (earlier) return ok({ importId: earlier.id, again: true });
    const id = newId();
    await tx.db.insert(imports).values({
      ...{ id, book, organisationId, notes, fileIndex, uploadedBy },
      fileName: shownFileName(input.table.name),
      cellsSealed: packCells(id, cells),
      createdAt: tx.now,
    });
    await recordAudit(tx, {
      action: 'upload_book',
      entityType: 'import',
      entityId: id,
      organisationId,
      after: { book, rows: notes.rows },
    });
    return ok({ importId: id, again: false });
  });
}
