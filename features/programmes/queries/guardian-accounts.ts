import 'server-only';
import { and, eq } from 'drizzle-orm';
import { guardians } from '@/db/schema/family';
import type { Ctx } from '@/lib/ctx';

/** Accounts of the confirmed guardians of a child, who may do for it what its booker may; none for adults. */
export async function guardianAccounts(tx: Ctx, childId: string | null): Promise<string[]> {
  if (!childId) return [];
  const rows = await tx.db
    .select({ accountId: guardians.accountId })
    .from(guardians)
    .where(and(eq(guardians.childId, childId), eq(guardians.status, 'confirmed')));
  return rows.flatMap((row) => (row.accountId ? [row.accountId] : []));
}
