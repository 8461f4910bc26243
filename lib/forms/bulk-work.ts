import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { bulkRows, bulkRuns } from '@/db/schema/bulk';
import { system } from '../actor';
import { officerActor } from '../auth/officer-actor';
import { busyCode } from '../busy';
import { type Ctx, makeCtx } from '../ctx';
import { Forbidden, NotFound } from '../errors';
import { log } from '../log';
import { type Refusal, type Result, refuse } from '../result';
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

interface Waiting extends RunRow {
  readonly id: string;
}

class Left extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused');
  }
}

type Outcome = Pick<typeof bulkRows.$inferInsert, 'state' | keyof Decided | 'reason' | 'detail'>;

/** Notes what became of a row, once: false when another worker was quicker. */
async function note(tx: Ctx, id: string, outcome: Outcome): Promise<boolean> {
  const { count } = await tx.db
    .update(bulkRows)
    .set({ ...outcome, decidedAt: sql`clock_timestamp()` })
    .where(and(eq(bulkRows.id, id), eq(bulkRows.state, 'waiting')));
  return count > 0;
}

/** Why a row stays; null where all that is wrong is that the database is busy, and the row is tried again. */
function leftFor(ctx: Ctx, error: unknown): Outcome | null {
  if (error instanceof Left) {
    return { state: 'left', reason: error.refusal.reason, detail: error.refusal.detail };
  }
  if (busyCode(error)) return null;
  const gone = error instanceof NotFound || error instanceof Forbidden;
  return { state: 'left', reason: gone ? 'not_found' : stateOfError(ctx, error).code };
}

/**
 * A row's commit does not wait for the disk: should the machine fall before it is written, decision and
 * outcome are both gone, the row waits, and the run goes on with it. The end of a run is waited for.
 */
const commitWithoutDisk = (tx: Ctx) => tx.db.execute(sql`set local synchronous_commit = off`);

/**
 * As one officer would decide it alone. Decision and outcome are one transaction: a worker that is killed leaves
 * the row decided and said, or neither. What is refused is rolled back whole, then said.
 */
async function workRow(ctx: Ctx, row: Waiting, order: BulkOrder, decide: Decide): Promise<void> {
  try {
    await transaction(ctx, async (tx) => {
      await commitWithoutDisk(tx);
      const result = await decide(tx, row, order);
      if (!result.ok) throw new Left(result);
      const first = await note(tx, row.id, { state: 'done', ...result.value });
      if (!first) throw new Left(refuse('changed'));
    });
  } catch (error) {
    const outcome = leftFor(ctx, error);
    if (!outcome) throw error;
    await transaction(ctx, (tx) => note(tx, row.id, outcome));
  }
}

/** What is next: the rows of a stretch, and whose they are; null when nothing is left or it was stopped. */
async function nextStretch(ctx: Ctx, runId: string) {
  return read(ctx, async (tx) => {
    const [run] = await tx.db.select().from(bulkRuns).where(eq(bulkRuns.id, runId));
    if (run?.status !== 'running' || run.decision === null) return null;
    const rows = await tx.db
      .select({ id: bulkRows.id, entityId: bulkRows.entityId, version: bulkRows.version })
      .from(bulkRows)
      .where(and(eq(bulkRows.runId, runId), eq(bulkRows.state, 'waiting')))
      .orderBy(asc(bulkRows.position))
      .limit(stretch);
    const { startedBy, decision, reason, fields } = run;
    return rows.length > 0 ? { rows, startedBy, decision, reason, fields } : null;
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
async function workStretch(rows: readonly Waiting[], work: (row: Waiting) => Promise<void>) {
  const waiting = [...rows];
  let busy = 0;
  const lane = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const entityId = row.id;
      await work(row).catch((error) => {
        busy += 1;
        log().error('a row of a run waits', { task: 'bulk', entityId }, error);
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
 * Refuses a row as `changed` when another worker was quicker.
 * @param decide joins the open transaction `tx`
 * @throws when the database takes none of the rows: the job is tried again later
 */
export async function workThrough(runId: string, decide: Decide): Promise<void> {
  const ctx = makeCtx(system());
  for (;;) {
    const next = await nextStretch(ctx, runId);
    if (!next) break;
    const { rows, startedBy, ...order } = next;
    const officer = makeCtx(await officerActor(ctx, startedBy, runId));
    const busy = await workStretch(rows, (row) => workRow(officer, row, order, decide));
    if (busy === rows.length) throw new Error('no row could be decided now');
  }
  await finish(ctx, runId);
}
