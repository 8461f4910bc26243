import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { recordMerges } from '@/db/schema/duplicates';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';

/**
 * The record that one was taken into, so that its old address leads there. Null for a record that stands, and for
 * a merge outside the officer's unions.
 */
export async function mergedInto(ctx: Ctx, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ into: recordMerges.survivorId })
      .from(recordMerges)
      .where(and(eq(recordMerges.loserId, id), isNull(recordMerges.undoneAt)));
    return row?.into ?? null;
  });
}
