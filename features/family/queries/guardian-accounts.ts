import 'server-only';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { guardians } from '@/db/schema/family';
import type { Ctx } from '@/lib/ctx';

/**
 * Accounts of the confirmed guardians of a child today, whom news of it goes to. Run it as the
 * system. In order of confirming.
 */
export async function guardianAccounts(systemTx: Ctx, childId: string): Promise<string[]> {
  const rows = await systemTx.db
    .select({ accountId: guardians.accountId })
    .from(guardians)
    .where(
      and(
        eq(guardians.childId, childId),
        eq(guardians.status, 'confirmed'),
        isNotNull(guardians.accountId),
      ),
    )
    .orderBy(asc(guardians.confirmedAt), asc(guardians.id));
  return rows.flatMap(({ accountId }) => accountId ?? []);
}
