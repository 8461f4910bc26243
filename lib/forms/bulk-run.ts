import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { bulkRuns } from '@/db/schema/bulk';
import type { bulkDecisions, caseKinds } from '@/db/schema/enums';
import { accountOf } from '../actor';
import type { Ctx } from '../ctx';
import { newId } from '../ids';
import { enqueue } from '../jobs/enqueue';

export type BulkKind = (typeof caseKinds)[number];
export type BulkDecision = (typeof bulkDecisions)[number];

/** A case and the version that the officer was shown. */
export interface Selected {
  readonly id: string;
  readonly version: number;
}

interface Prepared {
  /** Runs of one selection have it in common. */
  readonly batchId: string;
  readonly kind: BulkKind;
  readonly rows: readonly Selected[];
}

/**
 * Stores what an officer has selected, in its order, before anything is decided about it. The caller has
 * authorised.
 * @returns the run's id
 */
export async function prepareRun(tx: Ctx, { batchId, kind, rows }: Prepared): Promise<string> {
  const startedBy = accountOf(tx.actor);
  if (startedBy === null) throw new Error('only an officer selects');
  const id = newId();
  await tx.db.insert(bulkRuns).values({ id, batchId, kind, startedBy, total: rows.length });
  // One statement for thousands of rows; a parameter each would be too many.
  await tx.db.execute(sql`
    insert into bulk_rows (id, run_id, position, entity_id, version)
    select gen_random_uuid(), ${id}::uuid, n.at, (n.row ->> 'id')::uuid, (n.row ->> 'version')::int
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as n(row, at)`);
  return id;
}

const taskOf = (kind: BulkKind) => `decide_${kind}`;
const queue = (tx: Ctx, id: string, kind: BulkKind) =>
  enqueue(tx, { task: taskOf(kind), payload: { id }, key: `bulk:${id}` });

/** What becomes of a run's rows. */
export interface BulkOrder {
  readonly decision: BulkDecision;
  readonly reason: string | null;
  readonly fields: readonly string[];
}

/**
 * Has the worker decide a prepared run of the actor's own, once. The caller has authorised.
 * @returns how many rows it has; null when it was begun before, or is not theirs
 */
export async function startRun(tx: Ctx, runId: string, order: BulkOrder): Promise<number | null> {
  const [run] = await tx.db
    .update(bulkRuns)
    .set({ ...order, fields: [...order.fields], status: 'running', startedAt: tx.now })
    .where(and(eq(bulkRuns.id, runId), eq(bulkRuns.status, 'prepared')))
    .returning({ kind: bulkRuns.kind, total: bulkRuns.total });
  if (!run) return null;
  await queue(tx, runId, run.kind);
  return run.total;
}

/**
 * Leaves the rest of a running run as it is; what is decided stays decided. The caller has authorised.
 * @returns false when there is nothing to stop
 */
export async function stopRun(tx: Ctx, runId: string): Promise<boolean> {
  const stopped = await tx.db
    .update(bulkRuns)
    .set({ status: 'stopped', endedAt: tx.now })
    .where(and(eq(bulkRuns.id, runId), inArray(bulkRuns.status, ['running'])))
    .returning({ id: bulkRuns.id });
  return stopped.length > 0;
}

/**
 * Queues again what no worker has gone on with for a minute: the job of a worker that was killed stays locked
 * for hours. Two at once do no harm: each row is taken by one. Run it as the system.
 * @returns how many runs were queued
 */
export async function resumeRuns(systemTx: Ctx): Promise<number> {
  const idle = await systemTx.db.execute<{ id: string; kind: BulkKind }>(sql`
    select r.id, r.kind from bulk_runs r
    where r.status = 'running' and r.started_at < now() - interval '1 minute' and not exists (
      select 1 from bulk_rows w where w.run_id = r.id and w.decided_at > now() - interval '1 minute')
    order by r.started_at`);
  for (const { id, kind } of idle) await queue(systemTx, id, kind);
  return idle.length;
}
