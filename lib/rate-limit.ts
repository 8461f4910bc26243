import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Ctx } from './ctx';

export interface Limit {
  /** What is counted, e.g. `sms_per_hour`. */
  readonly scope: string;
  readonly most: number;
  readonly seconds: number;
}

const hashOf = (subject: string): string => createHash('sha256').update(subject).digest('hex');

/**
 * Counts one attempt and says whether it is still within the limit; one statement (trust.md §4.9).
 * Runs on its own, not in the caller's transaction: a refused attempt counts all the same.
 * @param subject phone index, account id or address; stored as a hash only
 * @returns seconds to wait, 0 when allowed
 */
export async function countAttempt(ctx: Ctx, limit: Limit, subject: string): Promise<number> {
  const { scope, seconds, most } = limit;
  const [row] = await ctx.db.execute<{ counted: number; wait: number }>(
    sql`select counted, wait from count_attempt(${scope}, ${hashOf(subject)}, ${seconds}::int)`,
  );
  return row && row.counted > most ? row.wait : 0;
}

/** Seconds to wait before the next attempt, without counting one; for limits on failures only. */
export async function secondsLocked(ctx: Ctx, limit: Limit, subject: string): Promise<number> {
  const { scope, seconds, most } = limit;
  const [row] = await ctx.db.execute<{ wait: number }>(sql`select seconds_locked(
    ${scope}, ${hashOf(subject)}, ${seconds}::int, ${most}::int) as wait`);
  return Math.max(0, row?.wait ?? 0);
}

/** Forgets the attempts counted so far: the person proved to be who they say. */
export async function forgiveAttempts(ctx: Ctx, limit: Limit, subject: string): Promise<void> {
  await ctx.db.execute(sql`select forgive_attempts(${limit.scope}, ${hashOf(subject)})`);
}
