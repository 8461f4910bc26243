import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';

/** Of these accounts, for whom the session is sold out: one statement, however many wait. */
export async function soldOutFor(
  ctx: Ctx,
  sessionId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(
    sql`select id from unnest(${sql.param(accountIds)}::uuid[]) id where is_sold_out(${sessionId}::uuid, id)`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Whether every place and every spot in the queue is taken, and this person holds none of them: then
 * nothing has to be locked to say 已满 (security.md §4.1, read first). A place freed this very instant is
 * seen at the next try.
 * @returns an expression: true, false, or null where nobody comes first
 */
export const soldOut = ({ actor }: Pick<Ctx, 'actor'>, sessionId: string): SQL<boolean | null> =>
  sql`is_sold_out(${sessionId}::uuid, ${accountOf(actor)}::uuid)`;
