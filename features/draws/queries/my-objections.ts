import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { drawObjections } from '@/db/schema/draws';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/** What the reader has asked about a draw, newest first, with the answers. */
export async function listMyObjections(ctx: Ctx, drawId: string) {
  const { actor } = ctx;
  if (actor.kind !== 'account') return [];
  return read(ctx, (tx) =>
    tx.db
      .select()
      .from(drawObjections)
      .where(and(eq(drawObjections.drawId, drawId), eq(drawObjections.accountId, actor.accountId)))
      .orderBy(desc(drawObjections.createdAt)),
  );
}
