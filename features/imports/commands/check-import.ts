import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { importDetails, importRows, imports } from '@/db/schema/imports';
import { system } from '@/lib/actor';
import { sealField } from '@/lib/crypto/field';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { read, transaction } from '@/lib/transaction';
import { bookWorks } from '../steps/book-works';
import { unpackCells } from '../steps/cells';
import { inParts, PART } from '../steps/in-parts';
import { lockWorking } from '../steps/lock-import';
import { reviewedRow } from '../steps/reviewed-row';
import type { WrittenRow } from '../steps/write-rows';
import { type Rehearsal, type RowToRehearse, rehearseRows } from './rehearse-rows';

type NewRow = typeof importRows.$inferInsert;

interface Job extends Rehearsal {
  /** The unions whose whole book it may be. */
  readonly organisationId: string;
}

/** The file as the confirmed columns read it; null when the import is no longer being looked through. */
async function jobOf(ctx: Ctx, importId: string): Promise<Job | null> {
  return read(ctx, async (tx) => {
    const [row] = await tx.db.select().from(imports).where(eq(imports.id, importId));
    if (row?.status !== 'checking' || !row.cellsSealed || !row.columns) return null;
    const work = bookWorks[row.book];
    const cells = unpackCells(importId, row.cellsSealed);
    const sheet = { ...cells, headingRow: row.notes.headingRow };
    const lines = await work.parse(tx, sheet, row.columns, row);
    const { organisationId } = row;
    return { work, lines, context: await work.context(tx, row), organisationId };
  });
}

/** A row that the database itself refuses is an error like any other. */
const impossible = async ({ rowId, found }: RowToRehearse): Promise<WrittenRow[]> => {
  const words = ['这一行写不进去，请核对每一格，或联系管理员'];
  const plan = { kind: 'error', choices: ['skip'], changes: [], words } as const;
  return [{ rowId, found, plan, choice: 'skip', fingerprint: '', made: null, changedSince: false }];
};

/** Stores a part of the review; false when somebody else has gone on with it. */
async function store(ctx: Ctx, importId: string, rows: readonly NewRow[]): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    if (!(await lockWorking(tx, importId, 'checking'))) return false;
    await tx.db
      .insert(importRows)
      .values([...rows])
      .onConflictDoNothing();
    await tx.db
      .update(imports)
      .set({ workedAt: sql`clock_timestamp()` })
      .where(eq(imports.id, importId));
    return true;
  });
}

const positionsOf = async (ctx: Ctx, importId: string) =>
  read(ctx, (tx) => tx.db.$count(importRows, eq(importRows.importId, importId)));

async function storeAbsent(ctx: Ctx, importId: string, job: Job): Promise<boolean> {
  const absent = await read(ctx, (tx) => job.work.absent(tx, job.lines, job.organisationId));
  const done = (await positionsOf(ctx, importId)) - job.lines.length;
  for (let at = done; at < absent.length; at += PART) {
    const rows = absent.slice(at, at + PART).map((details, within): NewRow => {
      const id = newId();
      const position = job.lines.length + at + within + 1;
      const detailsSealed = sealField(JSON.stringify(details), importDetails(id));
      const plain = { rowNo: null, kind: 'absent', choice: 'skip', fingerprint: '' } as const;
      return { id, importId, position, ...plain, detailsSealed };
    });
    if (!(await store(ctx, importId, rows))) return false;
  }
  return true;
}

/**
 * Looks a file through: each part of its rows is really written, in a transaction that is rolled back, and what
 * came of it is stored for the review. May be called again at any time: it goes on where it was.
 * @open the job itself; whoever confirmed the columns was authorised
 * @unaudited nothing is written; confirming the columns stands in the audit
 */
export async function checkImport(importId: string): Promise<void> {
  const ctx = makeCtx(system());
  const job = await jobOf(ctx, importId);
  if (!job) return;
  const { lines, work } = job;
  for (let at = await positionsOf(ctx, importId); at < lines.length; at += PART) {
    const part = lines.slice(at, at + PART).map((found) => ({ rowId: newId(), found }));
    const written = await inParts(part, (rows) => rehearseRows(ctx, rows, job), impossible);
    const rows = written.map((one, within) => ({
      ...reviewedRow(work, one),
      ...{ importId, position: at + within + 1 },
    }));
    if (!(await store(ctx, importId, rows))) return;
  }
  if (!(await storeAbsent(ctx, importId, job))) return;
  await transaction(ctx, (tx) =>
    tx.db
      .update(imports)
      .set({ status: 'ready', checkedAt: sql`clock_timestamp()` })
      .where(and(eq(imports.id, importId), eq(imports.status, 'checking'))),
  );
}
