import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringClosings } from '@/db/schema/publicity';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/**
 * 小结 of an offering that the caller has from `getDeskOffering`, published or not; null before the first word
 * of it.
 */
export async function findClosing(ctx: Ctx, offeringId: string) {
  const [found] = await read(ctx, (tx) =>
    tx.db.select().from(offeringClosings).where(eq(offeringClosings.offeringId, offeringId)),
  );
  return found ?? null;
}

export type DeskClosing = NonNullable<Awaited<ReturnType<typeof findClosing>>>;
