import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../ctx';
import { hashSubject, type Limit } from './rate-limit';

interface Counted {
  readonly limit: Limit;
  /** Account id or address; stored as a hash only. */
  readonly subject: string;
}

/** `limitBurst` as an expression, for a statement that asks for more at once; 0 where nothing is counted. */
export function burstWait(counted: readonly Counted[]): SQL<number> {
  if (counted.length === 0) return sql`0`;
  const scopes = counted.map(({ limit }) => limit.scope);
  const subjects = counted.map(({ subject }) => hashSubject(subject));
  const most = counted.map(({ limit }) => limit.most);
  const seconds = counted.map(({ limit }) => limit.seconds);
  return sql`count_burst(${sql.param(scopes)}::text[], ${sql.param(subjects)}::text[],
    ${sql.param(most)}::int[], ${sql.param(seconds)}::int[])`;
}

/**
 * Counts one request of a burst for all web processes together, in one statement that writes nothing to
 * disk, so it may stand before the rush for places (B01). What must outlast a crash is counted
 * by `countAttempt`.
 * @param counted the narrowest first: whoever is stopped by it is not counted by the next
 * @returns seconds to wait, 0 when within all limits; a refused request does not lengthen the wait
 */
export async function limitBurst(ctx: Ctx, counted: readonly Counted[]): Promise<number> {
  const [row] = await ctx.db.execute<{ wait: number }>(sql`select ${burstWait(counted)} as wait`);
  return row?.wait ?? 0;
}
