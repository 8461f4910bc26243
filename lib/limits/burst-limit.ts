import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '../ctx';
import { hashSubject, type Limit } from './rate-limit';

interface Counted {
  readonly limit: Limit;
  /** Account id or address; stored as a hash only. */
  readonly subject: string;
}

/**
 * Counts one request of a burst for all web processes together, in one statement that writes nothing to
 * disk, so it may stand before the rush for places (B01). What must outlast a crash is counted
 * by `countAttempt`.
 * @param counted the narrowest first: whoever is stopped by it is not counted by the next
 * @returns seconds to wait, 0 when within all limits; a refused request does not lengthen the wait
 */
export async function limitBurst(ctx: Ctx, counted: readonly Counted[]): Promise<number> {
  const scopes = counted.map(({ limit }) => limit.scope);
  const subjects = counted.map(({ subject }) => hashSubject(subject));
  const most = counted.map(({ limit }) => limit.most);
  const seconds = counted.map(({ limit }) => limit.seconds);
  const [row] = await ctx.db.execute<{ wait: number }>(
    sql`select count_burst(${sql.param(scopes)}::text[], ${sql.param(subjects)}::text[],
      ${sql.param(most)}::int[], ${sql.param(seconds)}::int[]) as wait`,
  );
  return row?.wait ?? 0;
}
