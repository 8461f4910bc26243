import 'server-only';
import type { PgInsertValue } from 'drizzle-orm/pg-core';
import { checkIns } from '@/db/schema/attendance';
import type { Ctx } from '@/lib/ctx';

export type NewEntry = typeof checkIns.$inferInsert;

/**
 * Writes entries of the ledger in one statement. What an index refuses is left out: the same scan sent
 * again, or another device that was first.
 * @returns the ids that were written
 */
export async function recordEntries(
  tx: Ctx,
  entries: readonly PgInsertValue<typeof checkIns>[],
): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set();
  const written = await tx.db
    .insert(checkIns)
    .values([...entries])
    .onConflictDoNothing()
    .returning({ id: checkIns.id });
  return new Set(written.map((row) => row.id));
}
