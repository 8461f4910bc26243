import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../ctx';

type When = Date | SQL;

interface Task {
  /** As the list of jobs of a room names it. */
  readonly task: string;
  /** An instant, or what the database makes of its own clock; now when left out. */
  readonly runAt?: When;
}

interface Job extends Task {
  readonly payload: Readonly<Record<string, string>>;
  /** Asked again under the same key, the later word counts. */
  readonly key: string;
}

const instant = (at: When | undefined): SQL =>
  at instanceof Date ? sql`${at.toISOString()}::timestamptz` : (at ?? sql`now()`);

/** Has the worker do a job once the transaction is committed; rolled back, it was never asked. */
export async function enqueue(tx: Ctx, { task, payload, key, runAt }: Job): Promise<void> {
  await tx.db.execute(sql`select add_job(${task}, ${JSON.stringify(payload)}::json,
    run_at => ${instant(runAt)}, job_key => ${key})`);
}

/**
 * Has the worker do one job for each of many ids, asked by one statement; the payload of a job is its id.
 * @param prefix of the keys: `offer` makes `offer:0192…`
 */
export async function enqueueEach(
  tx: Ctx,
  { task, runAt, prefix, ids }: Task & { prefix: string; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.execute(sql`
    select count(add_job(${task}, json_build_object('id', id), run_at => ${instant(runAt)},
      job_key => ${prefix}::text || ':' || id))
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as id`);
}
