import 'server-only';
import { sql } from 'drizzle-orm';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';

/**
 * Whether every place and every spot in the queue is taken, and this person holds none of them: then
 * nothing has to be locked to say 已满 (security.md §4.1, read first). A place freed this very instant is
 * seen at the next try.
 */
export async function isSoldOut(ctx: Ctx, sessionId: string): Promise<boolean> {
  const accountId = accountOf(ctx.actor);
  const [row] = await ctx.db.execute<{ gone: boolean | null }>(
    sql`select is_sold_out(${sessionId}::uuid, ${accountId}::uuid) as gone`,
  );
  return row?.gone === true;
}
