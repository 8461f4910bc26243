import 'server-only';
import { and, count, eq, isNull } from 'drizzle-orm';
import { certificates } from '@/db/schema/attendance';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/**
 * How many certificates of an offering hold; the caller has it from `getDeskOffering`, so scope is decided.
 */
export async function countCertificates(ctx: Ctx, offeringId: string): Promise<number> {
  const [row] = await read(ctx, (tx) =>
    tx.db
      .select({ n: count() })
      .from(certificates)
      .where(and(eq(certificates.offeringId, offeringId), isNull(certificates.revokedAt))),
  );
  return row?.n ?? 0;
}
