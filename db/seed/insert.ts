import type { PgTable } from 'drizzle-orm/pg-core';
import type { Ctx } from '@/lib/ctx';

/** Inserts many rows in statements of 400: one statement for all would pass the protocol's 65,535 parameters. */
export async function insertAll<T extends PgTable>(
  tx: Ctx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  for (let i = 0; i < rows.length; i += 400) {
    await tx.db.insert(table).values(rows.slice(i, i + 400));
  }
}
