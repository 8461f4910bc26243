import 'server-only';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { importDetails, importRows, imports } from '@/db/schema/imports';
import { organisationPath } from '@/features/organisations/queries/scope';
import { system } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { officerActor } from '@/lib/auth/officer-actor';
import { sealField } from '@/lib/crypto/field';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { enqueue } from '@/lib/jobs/enqueue';
import { pausePoint } from '@/lib/pause-point';
import { readSettings } from '@/lib/settings';
import { read, transaction } from '@/lib/transaction';
import { mayImport } from '../policy';
import { importUndoHours } from '../settings';
import { bookWorks } from '../steps/book-works';
import { inParts, PART } from '../steps/in-parts';
import { type ImportRow, lockWorking } from '../steps/lock-import';
import { rowDetails } from '../steps/stored-row';
import { type RowToWrite, type WrittenRow, writeRows } from '../steps/write-rows';

type Stored = typeof importRows.$inferSelect;

/** Rows that wait to be written, in the order of the review. */
const nextRows = (ctx: Ctx, importId: string) =>
  read(ctx, (tx) =>
    tx.db
      .select()
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, importId),
          eq(importRows.state, 'reviewed'),
          ne(importRows.choice, 'skip'),
        ),
      )
      .orderBy(asc(importRows.position))
      .limit(PART),
  );

/** Whether the officer who began it may still do so. */
async function mayStill(ctx: Ctx, row: ImportRow): Promise<boolean> {
  const officer = await officerActor(ctx, row.startedBy ?? row.uploadedBy, row.id);
  const path = await read(ctx, (tx) => organisationPath(tx, row.organisationId));
  return mayImport(officer, row.book, path);
}

interface Outcome {
  readonly id: string;
  readonly state: 'written' | 'left';
  readonly reason: string | null;
  readonly made: Record<string, unknown> | null;
  readonly sealed: string | null;
}

/** A row that is not written, and why. */
const left = ({ id }: Pick<Stored, 'id'>, reason: string): Outcome => ({
  ...{ id, reason, state: 'left', made: null, sealed: null },
});

/** What is stored of a written row; how a changed member stood before goes under the seal. */
function outcomeOf(stored: Stored, { made, changedSince }: WrittenRow): Outcome {
  const { id } = stored;
  if (!made) return left(stored, changedSince ? 'changed' : 'not_wanted');
  const { before, ...ids } = made;
  const details = rowDetails(stored);
  const sealed =
    before && details ? sealField(JSON.stringify({ ...details, before }), importDetails(id)) : null;
  return { id, state: 'written', reason: null, made: ids, sealed };
}

const store = (tx: Ctx, importId: string, outcomes: readonly Outcome[]) =>
  tx.db.execute(sql`
    update import_rows r set state = o.state, reason = o.reason, made = o.made,
      details_sealed = coalesce(o.sealed, r.details_sealed)
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as o(id uuid, state text, reason text, made jsonb, sealed text)
    where r.id = o.id and r.import_id = ${importId}::uuid and r.state = 'reviewed'`);

const touch = (tx: Ctx, importId: string) =>
  tx.db.update(imports).set({ workedAt: sql`clock_timestamp()` }).where(eq(imports.id, importId));

/** One part: written and said in one transaction, or neither. */
async function writePart(ctx: Ctx, importId: string, part: readonly Stored[]): Promise<Stored[]> {
  await transaction(ctx, async (tx) => {
    const row = await lockWorking(tx, importId, 'writing');
    if (!row) return;
    const work = bookWorks[row.book];
    const context = await work.context(tx, row);
    const waiting = part.map((stored) => ({ stored, found: rowDetails(stored)?.found }));
    const rows = waiting.flatMap(({ stored, found }): RowToWrite[] =>
      found
        ? [{ rowId: stored.id, found, choice: stored.choice, fingerprint: stored.fingerprint }]
        : [],
    );
    const written = new Map(
      (await writeRows(tx, work, rows, context)).map((one) => [one.rowId, one]),
    );
    const outcomes = waiting.map(({ stored }) => {
      const one = written.get(stored.id);
      return one ? outcomeOf(stored, one) : left(stored, 'forgotten');
    });
    await store(tx, importId, outcomes);
    await touch(tx, importId);
    await pausePoint('import:written');
  });
  return [];
}

async function leave(ctx: Ctx, importId: string, stored: Stored): Promise<Stored[]> {
  await transaction(ctx, (tx) => store(tx, importId, [left(stored, 'failed')]));
  return [];
}

/** Who began it may do so no more: each row that waits is left and says so, instead of waiting for ever. */
const leaveTheRest = (ctx: Ctx, importId: string) =>
  transaction(ctx, async (tx) => {
    if (!(await lockWorking(tx, importId, 'writing'))) return;
    const wanted = and(eq(importRows.importId, importId), ne(importRows.choice, 'skip'));
    await tx.db
      .update(importRows)
      .set({ state: 'left', reason: 'right_lost' })
      .where(and(wanted, eq(importRows.state, 'reviewed')));
  });

/** The undo runs from the end of the writing; the 会籍变化 lines follow when it is over. */
async function finish(ctx: Ctx, importId: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    const row = await lockWorking(tx, importId, 'writing');
    if (!row) return;
    const { importUndoHours: hours } = await readSettings(tx, { importUndoHours });
    const undoUntil = new Date(tx.now.getTime() + hours * 3_600_000);
    await tx.db
      .update(imports)
      .set({ status: 'written', writtenAt: tx.now, undoUntil })
      .where(eq(imports.id, importId));
    const written = await tx.db.$count(
      importRows,
      and(eq(importRows.importId, importId), eq(importRows.state, 'written')),
    );
    await recordAudit(tx, {
      action: 'finish_import',
      entityType: 'import',
      entityId: importId,
      organisationId: row.organisationId,
      after: { written },
    });
    const task = { task: 'record_imported', key: `imported:${importId}`, runAt: undoUntil };
    await enqueue(tx, { ...task, payload: { id: importId } });
  });
}

/**
 * Writes an import that was begun, part by part: a worker that is killed leaves a part written and said, or
 * neither, and the next goes on. Each row is planned once more as the database stands, and only what the review
 * showed is written: what changed in between is left and says so. May be called again at any time.
 * @open the job itself; whoever began it is asked for their rights before every part
 */
export async function writeImport(importId: string): Promise<void> {
  const ctx = makeCtx(system());
  for (;;) {
    const row = await transaction(ctx, (tx) => lockWorking(tx, importId, 'writing'));
    if (!row) return;
    const part = await nextRows(ctx, importId);
    if (part.length === 0) break;
    if (!(await mayStill(ctx, row))) {
      await leaveTheRest(ctx, importId);
      break;
    }
    await inParts(
      part,
      (rows) => writePart(ctx, importId, rows),
      (one) => leave(ctx, importId, one),
    );
  }
  await finish(ctx, importId);
}
