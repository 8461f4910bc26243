import 'server-only';
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { bulkRows, bulkRuns } from '@/db/schema/bulk';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { bulkLimit } from '@/lib/forms/ticked-rows';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { undoUntil } from '@/lib/undo';
import { undoSeconds } from '@/lib/undo-settings';
import { countBlocked } from '../rules/bulk';
import { refOf } from '../rules/case-ref';
import type { BulkView } from '../schema/bulk';
import { previewBulk } from './bulk-preview';

const pageSize = 50;

const own = (tx: Ctx) => eq(bulkRuns.startedBy, accountOf(tx.actor) ?? '');

type Run = typeof bulkRuns.$inferSelect;

async function countRows(tx: Ctx, runId: string) {
  const rows = await tx.db
    .select({
      state: bulkRows.state,
      n: sql<number>`count(*)::int`,
      first: sql<string | null>`min(${bulkRows.decidedAt})::text`,
    })
    .from(bulkRows)
    .where(eq(bulkRows.runId, runId))
    .groupBy(bulkRows.state);
  const of = (state: string) => rows.find((row) => row.state === state);
  const first = of('done')?.first;
  return {
    waiting: of('waiting')?.n ?? 0,
    done: of('done')?.n ?? 0,
    left: of('left')?.n ?? 0,
    firstAt: first ? new Date(first) : null,
  };
}

const casesOf = (tx: Ctx, kind: Run['kind'], ids: readonly string[]) =>
  previewBulk(tx, { applications: [], bookings: [], [kind]: ids });

async function listRows(tx: Ctx, run: Run, view: BulkView) {
  const shown = view.show ? eq(bulkRows.state, view.show) : undefined;
  const rows = await tx.db
    .select()
    .from(bulkRows)
    .where(and(eq(bulkRows.runId, run.id), shown))
    .orderBy(asc(bulkRows.position))
    .offset(view.skip)
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const cases = await casesOf(
    tx,
    run.kind,
    page.map((row) => row.entityId),
  );
  const byId = new Map(cases.map((one) => [one.id, one]));
  return {
    more: rows.length > pageSize ? view.skip + pageSize : null,
    rows: page.map((row) => ({
      ...row,
      ref: refOf(run.kind, row.entityId),
      of: byId.get(row.entityId),
    })),
  };
}

/** What of a prepared run will stay behind when all is approved, by reason. */
async function blockedOf(tx: Ctx, run: Run) {
  if (run.status !== 'prepared') return [];
  const rows = await tx.db
    .select({ id: bulkRows.entityId })
    .from(bulkRows)
    .where(eq(bulkRows.runId, run.id));
  return countBlocked(
    await casesOf(
      tx,
      run.kind,
      rows.map(({ id }) => id),
    ),
  );
}

/** What a short run that is over can still be taken back with; null when it is too long or too late. */
async function undoOf(tx: Ctx, run: Run, firstAt: Date | null) {
  if (run.endedAt === null || run.total > bulkLimit || firstAt === null) return null;
  const { undoSeconds: seconds } = await readSettings(tx, { undoSeconds });
  const forMs = undoUntil(firstAt, seconds).getTime() - tx.now.getTime();
  if (forMs <= 0) return null;
  const rows = await tx.db
    .select({ undo: bulkRows.undo })
    .from(bulkRows)
    .where(and(eq(bulkRows.runId, run.id), eq(bulkRows.state, 'done')));
  return { forMs, decisions: rows.flatMap(({ undo }) => undo ?? []) };
}

/**
 * A run of one’s own: how far it is, a page of its rows with what they are now, the other run of the same
 * selection, and how long it can be taken back. Throws NotFound for another’s.
 */
export async function getBulkRun(ctx: Ctx, id: string, view: BulkView) {
  if (!isUuid(id)) throw new NotFound('bulk run');
  return read(ctx, async (tx) => {
    const [run] = await tx.db
      .select()
      .from(bulkRuns)
      .where(and(eq(bulkRuns.id, id), own(tx)));
    if (!run) throw new NotFound('bulk run');
    const counts = await countRows(tx, id);
    const others = await tx.db
      .select({ id: bulkRuns.id, kind: bulkRuns.kind, total: bulkRuns.total })
      .from(bulkRuns)
      .where(and(eq(bulkRuns.batchId, run.batchId), ne(bulkRuns.id, id), own(tx)));
    return {
      ...run,
      counts,
      others,
      blocked: await blockedOf(tx, run),
      undo: await undoOf(tx, run, counts.firstAt),
      ...(await listRows(tx, run, view)),
      now: tx.now,
    };
  });
}

export type BulkRunView = Awaited<ReturnType<typeof getBulkRun>>;

/** The officer’s own runs of the last days that were begun, newest first, at most twenty. */
export async function listBulkRuns(ctx: Ctx) {
  return read(ctx, async (tx) => {
    const runs = await tx.db
      .select()
      .from(bulkRuns)
      .where(and(own(tx), inArray(bulkRuns.status, ['running', 'stopped', 'done'])))
      .orderBy(desc(bulkRuns.startedAt))
      .limit(20);
    const counted = [];
    for (const run of runs) counted.push({ ...run, counts: await countRows(tx, run.id) });
    return { runs: counted, now: tx.now };
  });
}
