import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { rateLimits } from '@/db/schema/kernel';
import type { Ctx } from './ctx';

export interface Limit {
  /** What is counted, e.g. `sms_per_hour`. */
  readonly scope: string;
  readonly most: number;
  readonly seconds: number;
}

/**
 * Counts one attempt and says whether it is still within the limit; one statement (trust.md §4.9).
 * Runs on its own, not in the caller's transaction: a refused attempt counts all the same.
 * @param subject phone index, account id or address; stored as a hash only
 * @returns seconds to wait, 0 when allowed
 */
export async function countAttempt(ctx: Ctx, limit: Limit, subject: string): Promise<number> {
  const hashed = createHash('sha256').update(subject).digest('hex');
  const age = sql`now() - make_interval(secs => ${limit.seconds})`;
  const [row] = await ctx.db
    .insert(rateLimits)
    .values({ scope: limit.scope, subject: hashed, windowStart: sql`now()`, count: 1 })
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
