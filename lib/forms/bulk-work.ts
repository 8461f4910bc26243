import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { bulkRows, bulkRuns } from '@/db/schema/bulk';
import { system } from '../actor';
import { officerActor } from '../auth/officer-actor';
import { busyCode } from '../busy';
import { type Ctx, makeCtx } from '../ctx';
import { Forbidden, NotFound } from '../errors';
import { log } from '../log';
import type { Refusal, Result } from '../result';
import { read, transaction } from '../transaction';
import type { BulkOrder } from './bulk-run';
import { stateOfError } from './failures';

/** One row as the command for it takes it. */
export interface RunRow {
  readonly entityId: string;
  readonly version: number;
}
interface Decided {
  readonly decision: string;
  /** What the undo of this row sends. */
  readonly undo: string;
}
type Decide = (tx: Ctx, row: RunRow, order: BulkOrder) => Promise<Result<Decided>>;

/** So many rows at once; each waits for its own disk. */
const lanes = 4;
/** So many before the roles of the officer and a stop are asked again. */
const stretch = 40;

class Left extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused');
  }
}

type Outcome = Pick<typeof bulkRows.$inferInsert, 'state' | keyof Decided | 'reason' | 'detail'>;

/** As one officer would decide it alone; what it refuses leaves no trace but its reason. */
async function outcomeOf(tx: Ctx, row: RunRow, order: BulkOrder, decide: Decide): Promise<Outcome> {
  try {
    return await tx.db.transaction(async (opened) => {
      const result = await decide({ ...tx, db: opened as Database }, row, order);
      if (!result.ok) throw new Left(result);
      return { state: 'done' as const, ...result.value };
    });
  } catch (error) {
    if (error instanceof Left) {
      return { state: 'left', reason: error.refusal.reason, detail: error.refusal.detail };
    }
    // Tried again with the whole row.
    if (busyCode(error)) throw error;
    const gone = error instanceof NotFound || error instanceof Forbidden;
    return { state: 'left', reason: gone ? 'not_found' : stateOfError(tx, error).code };
  }
}

/** Decision and outcome are one transaction: a worker that is killed leaves the row decided and said, or neither. */
const workRow = (ctx: Ctx, id: string, order: BulkOrder, decide: Decide) =>
  transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ entityId: bulkRows.entityId, version: bulkRows.version })
      .from(bulkRows)
      .where(and(eq(bulkRows.id, id), eq(bulkRows.state, 'waiting')))
      .for('update', { skipLocked: true });
    if (!row) return;
    const outcome = await outcomeOf(tx, row, order, decide);
    await tx.db
      .update(bulkRows)
      .set({ ...outcome, decidedAt: sql`clock_timestamp()` })
      .where(eq(bulkRows.id, id));
  });

/** What is next: the rows of a stretch, and whose they are; null when nothing is left or it was stopped. */
async function nextStretch(ctx: Ctx, runId: string) {
  return read(ctx, async (tx) => {
    const [run] = await tx.db.select().from(bulkRuns).where(eq(bulkRuns.id, runId));
    if (run?.status !== 'running' || run.decision === null) return null;
    const rows = await tx.db
      .select({ id: bulkRows.id })
      .from(bulkRows)
      .where(and(eq(bulkRows.runId, runId), eq(bulkRows.state, 'waiting')))
      .orderBy(asc(bulkRows.position))
      .limit(stretch);
    const { startedBy, decision, reason, fields } = run;
    return rows.length > 0
      ? { ids: rows.map(({ id }) => id), startedBy, decision, reason, fields }
      : null;
  });
}

const finish = (ctx: Ctx, runId: string) =>
  transaction(ctx, (tx) =>
    tx.db
      .update(bulkRuns)
      .set({ status: 'done', endedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(bulkRuns.id, runId),
          eq(bulkRuns.status, 'running'),
          sql`not exists (select 1 from bulk_rows w where w.run_id = ${runId}::uuid and w.state = 'waiting')`,
        ),
      ),
  );

/** Several rows at once, each for itself; how many could not be asked now. */
async function workStretch(ids: readonly string[], work: (id: string) => Promise<void>) {
  const waiting = [...ids];
  let busy = 0;
  const lane = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      const row = id;
      await work(id).catch((error) => {
        busy += 1;
        log().error('a row of a run waits', { task: 'bulk', entityId: row }, error);
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return busy;
}

/**
 * Works through a run: each row by the command that an officer’s own click would call, with the version of the
 * preview, as the officer who began it and with the roles they have at that moment. A row that may not be
 * decided is left and says why. May be called again at any time.
 * @param decide joins the open transaction `tx`
 * @throws when the database takes none of the rows: the job is tried again later
 */
export async function workThrough(runId: string, decide: Decide): Promise<void> {
  const ctx = makeCtx(system());
  for (;;) {
    const next = await nextStretch(ctx, runId);
    if (!next) break;
    const { ids, startedBy, ...order } = next;
    const officer = makeCtx(await officerActor(ctx, startedBy, runId));
    const busy = await workStretch(ids, (id) => workRow(officer, id, order, decide));
    if (busy === ids.length) throw new Error('no row could be decided now');
  }
  await finish(ctx, runId);
}
