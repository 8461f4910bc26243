import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { rateLimits } from '@/db/schema/kernel';
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
  const age = sql`now() - make_interval(secs => ${limit.seconds})`;
  const [row] = await ctx.db
    .insert(rateLimits)
    .values({ scope: limit.scope, subject: hashOf(subject), windowStart: sql`now()`, count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.scope, rateLimits.subject],
      set: {
        count: sql`case when ${rateLimits.windowStart} <= ${age} then 1 else ${rateLimits.count} + 1 end`,
        windowStart: sql`case when ${rateLimits.windowStart} <= ${age} then now() else ${rateLimits.windowStart} end`,
      },
    })
    .returning({
      count: rateLimits.count,
      wait: sql<number>`greatest(1, ceil(extract(epoch from ${rateLimits.windowStart} - (${age}))))::int`,
    });
  return row && row.count > limit.most ? row.wait : 0;
}

const rowOf = (limit: Limit, subject: string) =>
  and(eq(rateLimits.scope, limit.scope), eq(rateLimits.subject, hashOf(subject)));

/** Seconds to wait before the next attempt, without counting one; for limits on failures only. */
export async function secondsLocked(ctx: Ctx, limit: Limit, subject: string): Promise<number> {
  const ends = sql`${rateLimits.windowStart} + make_interval(secs => ${limit.seconds})`;
  const [row] = await ctx.db
    .select({ wait: sql<number>`ceil(extract(epoch from ${ends} - now()))::int` })
    .from(rateLimits)
    .where(and(rowOf(limit, subject), sql`${rateLimits.count} >= ${limit.most}`));
  return Math.max(0, row?.wait ?? 0);
}

/** Forgets the attempts counted so far: the person proved to be who they say. */
export async function forgiveAttempts(ctx: Ctx, limit: Limit, subject: string): Promise<void> {
  await ctx.db.delete(rateLimits).where(rowOf(limit, subject));
}
