import 'server-only';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { importDetails, importRows, imports } from '@/db/schema/imports';
import { organisationPath } from '@/features/organisations/queries/scope';
import { system } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { officerActor } from '@/lib/auth/officer-actor';
import { openField, sealField } from '@/lib/crypto/field';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { enqueue } from '@/lib/jobs/enqueue';
import { pausePoint } from '@/lib/pause-point';
import { readSettings } from '@/lib/settings';
import { read, transaction } from '@/lib/transaction';
import { canImport } from '../policy';
import type { RowDetails } from '../rules/row-details';
import { importUndoHours } from '../settings';
import { importContext } from '../steps/import-context';
import { inParts, PART } from '../steps/in-parts';
import { type ImportRow, lockWorking } from '../steps/lock-import';
import { type RowToWrite, type WrittenRow, writeRows } from '../steps/write-rows';

type Stored = typeof importRows.$inferSelect;

const detailsOf = ({
  id,
  detailsSealed,
}: Pick<Stored, 'id' | 'detailsSealed'>): RowDetails | null =>
  detailsSealed === null ? null : JSON.parse(openField(detailsSealed, importDetails(id)));

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
  return canImport(officer, await read(ctx, (tx) => organisationPath(tx, row.organisationId)));
}

interface Outcome {
  readonly id: string;
  readonly state: 'written' | 'left';
  readonly reason: string | null;
  readonly made: Record<string, unknown> | null;
  readonly sealed: string | null;
}

/** What is stored of a written row; how a changed member stood before goes under the seal. */
function outcomeOf(stored: Stored, { made, changedSince }: WrittenRow): Outcome {
  const { id } = stored;
  if (!made) {
    const reason = changedSince ? 'changed' : 'not_wanted';
    return { id, state: 'left', reason, made: null, sealed: null };
  }
  const { before, ...ids } = made;
  const details = detailsOf(stored);
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
    const context = await importContext(tx, row);
    const waiting = part.map((stored) => ({ stored, found: detailsOf(stored)?.found }));
    const rows = waiting.flatMap(({ stored, found }): RowToWrite[] =>
      found
        ? [{ rowId: stored.id, found, choice: stored.choice, fingerprint: stored.fingerprint }]
        : [],
    );
    const written = new Map((await writeRows(tx, rows, context)).map((one) => [one.rowId, one]));
    const outcomes = waiting.flatMap(({ stored }) => {
      const one = written.get(stored.id);
      return one ? [outcomeOf(stored, one)] : [];
    });
    await store(tx, importId, outcomes);
    await touch(tx, importId);
    await pausePoint('import:written');
  });
  return [];
}

async function leave(ctx: Ctx, importId: string, { id }: Stored): Promise<Stored[]> {
  const outcome: Outcome = { id, state: 'left', reason: 'failed', made: null, sealed: null };
  await transaction(ctx, (tx) => store(tx, importId, [outcome]));
  return [];
}

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
    if (part.length === 0 || !(await mayStill(ctx, row))) break;
    await inParts(
      part,
      (rows) => writePart(ctx, importId, rows),
      (one) => leave(ctx, importId, one),
    );
  }
  await finish(ctx, importId);
}
