import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { importColumns, importRows, imports } from '@/db/schema/imports';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import type { ImportKind } from '../rules/book-row';
import { bookFields } from '../rules/books';
import { proposeColumns } from '../rules/columns';
import { type MassChange, massChange } from '../rules/mass-change';
import type { ReviewView } from '../schema/imports';
import { importMassPercent } from '../settings';
import { fieldsToChange } from './import-counts';
import { type ReviewRow, readReviewList } from './review-list';
import { seenImports } from './seen-imports';

/** Rows of a review at one look. */
export const ROWS_A_PAGE = 20;

type State = (typeof importRows.$inferSelect)['state'];
export type ImportStatus = (typeof imports.$inferSelect)['status'];

export interface ImportView {
  readonly id: string;
  readonly book: (typeof imports.$inferSelect)['book'];
  readonly status: ImportStatus;
  readonly fileName: string;
  readonly union: string;
  readonly notes: (typeof imports.$inferSelect)['notes'];
  readonly createdAt: Date;
  readonly checkedAt: Date | null;
  readonly writtenAt: Date | null;
  readonly undoUntil: Date | null;
  /** The undo is still open. */
  readonly mayUndo: boolean;
  /** What its file held is gone. */
  readonly forgotten: boolean;
  readonly kinds: Readonly<Record<ImportKind, number>>;
  readonly states: Readonly<Record<State, number>>;
  /** New members, and changes of others, that would be written. */
  readonly wanted: { readonly made: number; readonly changed: number };
  /** The same with what was written already. */
  readonly chosen: { readonly made: number; readonly changed: number };
  readonly mass: MassChange | null;
  /** Field → column, confirmed or proposed. */
  readonly columns: Readonly<Record<string, number>>;
}

const scoped = (ctx: Ctx, importId: string) =>
  and(eq(imports.id, importId), seenImports(ctx.actor));

interface Count extends Record<string, unknown> {
  kind: ImportKind;
  state: State;
  skipped: boolean;
  n: number;
}

const countsOf = (tx: Ctx, importId: string) =>
  tx.db.execute<Count>(sql`
    select kind, state, choice = 'skip' as skipped, count(*)::int as n from import_rows
    where import_id = ${importId}::uuid group by kind, state, choice = 'skip'`);

const sum = (counts: readonly Count[], which: (one: Count) => boolean) =>
  counts.filter(which).reduce((total, { n }) => total + n, 0);

function countsBy(counts: readonly Count[]) {
  const kind = (of: ImportKind) => sum(counts, (one) => one.kind === of);
  const state = (of: State) => sum(counts, (one) => one.state === of);
  const wanted = (one: Count) => one.state === 'reviewed' && !one.skipped;
  return {
    kinds: {
      new: kind('new'),
      same: kind('same'),
      update: kind('update'),
      conflict: kind('conflict'),
      error: kind('error'),
      twice: kind('twice'),
      absent: kind('absent'),
    },
    states: {
      reviewed: state('reviewed'),
      written: state('written'),
      left: state('left'),
      taken_back: state('taken_back'),
      stayed: state('stayed'),
      failed: state('failed'),
    },
    chosen: {
      made: sum(counts, (one) => !one.skipped && one.kind === 'new'),
      changed: sum(counts, (one) => !one.skipped && one.kind !== 'new'),
    },
    wanted: {
      made: sum(counts, (one) => wanted(one) && one.kind === 'new'),
      changed: sum(counts, (one) => wanted(one) && one.kind !== 'new'),
    },
  };
}

async function proposed(tx: Ctx, row: typeof imports.$inferSelect) {
  const same = and(
    eq(importColumns.organisationId, row.organisationId),
    eq(importColumns.book, row.book),
  );
  const [remembered] = await tx.db.select().from(importColumns).where(same);
  return proposeColumns(row.notes.headings, bookFields[row.book], remembered?.headings);
}

/** One import of the officer's scope, with its counts. Throws NotFound for one that they do not see. */
export async function getImport(ctx: Ctx, importId: string): Promise<ImportView> {
  if (!isUuid(importId)) throw new NotFound('import');
  return read(ctx, async (tx) => {
    const [row] = await tx.db.select().from(imports).where(scoped(ctx, importId));
    if (!row) throw new NotFound('import');
    const [of] = await tx.db.execute<{ name: string }>(
      sql`select name from organisations where id = ${row.organisationId}::uuid`,
    );
    const { importMassPercent: percent } = await readSettings(tx, { importMassPercent });
    const mass = massChange(row.book, await fieldsToChange(tx, importId), row.notes.rows, percent);
    const { id, book, status, fileName, notes, createdAt, checkedAt, writtenAt, undoUntil } = row;
    return {
      ...{ id, book, status, fileName, notes, createdAt, checkedAt, writtenAt, undoUntil, mass },
      ...countsBy(await countsOf(tx, importId)),
      union: of?.name ?? '',
      mayUndo: status === 'written' && undoUntil !== null && undoUntil >= tx.now,
      forgotten: row.cellsSealed === null,
      columns: row.columns ?? (await proposed(tx, row)),
    };
  });
}

const attention: ImportKind[] = ['conflict', 'error', 'update', 'twice'];

function wantedRows(kind: ReviewView['kind']): SQL | undefined {
  if (kind === 'left' || kind === 'taken_back' || kind === 'stayed' || kind === 'failed')
    return eq(importRows.state, kind);
  if (kind === 'attention' || kind === undefined) return inArray(importRows.kind, attention);
  return eq(importRows.kind, kind);
}

/** A page of rows of one kind, in the order of the file; `after` leads on, null at the end. */
export async function listImportRows(
  ctx: Ctx,
  importId: string,
  { kind, after }: Pick<ReviewView, 'kind' | 'after'>,
): Promise<{ rows: ReviewRow[]; after: number | null }> {
  return read(ctx, async (tx) => {
    const page = { after, most: ROWS_A_PAGE + 1 };
    const rows = await readReviewList(tx, importId, wantedRows(kind), page);
    const shown = rows.slice(0, ROWS_A_PAGE);
    const last = rows.length > ROWS_A_PAGE ? shown.at(-1) : undefined;
    return { rows: shown, after: last?.position ?? null };
  });
}
