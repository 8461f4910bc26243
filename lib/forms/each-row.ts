import 'server-only';
import type { Ctx } from '../ctx';
import { Forbidden, NotFound } from '../errors';
import { ok, type Result } from '../result';
import { stateOfError } from './failures';

/** What one row became. */
interface Done {
  readonly decision: string;
  /** What the undo of this row sends, where it can be taken back. */
  readonly undo?: string;
}

/** What became of one row, or the reason it stayed as it was. */
export interface RowResult extends Partial<Done> {
  readonly id: string;
  readonly reason?: string;
  readonly detail?: Record<string, string | number>;
}

async function one(ctx: Ctx, id: string, work: () => Promise<Result<Done>>): Promise<RowResult> {
  try {
    const result = await work();
    return result.ok
      ? { id, ...result.value }
      : { id, reason: result.reason, detail: result.detail };
  } catch (error) {
    // Whatever happens to one row stands in that row: the others, and the undo of what passed, are kept.
    const gone = error instanceof NotFound || error instanceof Forbidden;
    return { id, reason: gone ? 'not_found' : stateOfError(ctx, error).code };
  }
}

/**
 * Does the same to many rows, each in its own transaction: what may pass passes, what may not says why in
 * its row. One after the other, so that a click never floods the database.
 * @param work the command for one row; it authorises, decides and records
 */
export async function eachRow<R extends { readonly id: string }>(
  ctx: Ctx,
  rows: readonly R[],
  work: (row: R) => Promise<Result<Done>>,
): Promise<Result<{ rows: RowResult[] }>> {
  const results: RowResult[] = [];
  for (const row of rows) results.push(await one(ctx, row.id, () => work(row)));
  return ok({ rows: results });
}
