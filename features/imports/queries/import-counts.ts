import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/** How many rows a review would write. */
export async function rowsToWrite(tx: Ctx, importId: string): Promise<number> {
  const [row] = await tx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from import_rows
    where import_id = ${importId}::uuid and state = 'reviewed' and choice <> 'skip'`);
  return row?.n ?? 0;
}

/** In how many of the rows to write each field changes. */
export async function fieldsToChange(
  tx: Ctx,
  importId: string,
): Promise<{ field: string; rows: number }[]> {
  return tx.db.execute<{ field: string; rows: number }>(sql`
    select f as field, count(*)::int as rows from import_rows, unnest(fields) as f
    where import_id = ${importId}::uuid and choice <> 'skip' and kind in ('update', 'conflict')
    group by f order by f`);
}
