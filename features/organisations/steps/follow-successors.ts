import 'server-only';
import { eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';

const node = (ctx: Ctx, id: string) =>
  ctx.db
    .select({ closedAt: organisations.closedAt, successorId: organisations.successorId })
    .from(organisations)
    .where(eq(organisations.id, id));

/**
 * The open union that stands for this one: itself, else where it was merged or closed into, however often since.
 * It stays open until the transaction ends: whoever closes it comes before or after, never between the look and
 * the write. Null when it was closed and leads nowhere.
 */
export async function lockOpenSuccessor(tx: Ctx, id: string): Promise<string | null> {
  for (let at: string | null = id; at !== null; ) {
    const [row]: { closedAt: Date | null; successorId: string | null }[] = await node(tx, at).for(
      'share',
    );
    if (!row) return null;
    if (row.closedAt === null) return at;
    at = row.successorId;
  }
  return null;
}
