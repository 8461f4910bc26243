import 'server-only';
import { asc, inArray, sql } from 'drizzle-orm';
import { employers } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';

/**
 * Puts employers under a union that was just founded; the caller audits it. They are locked in order of id.
 * @returns the first that has an open union already, or is closed, by name; null when all were linked
 */
export async function linkEmployers(
  tx: Ctx,
  ids: readonly string[],
  unionId: string,
): Promise<{ reason: 'has_union' | 'one_closed'; name: string } | null> {
  const rows = await tx.db
    .select({
      id: employers.id,
      name: employers.name,
      closedAt: employers.closedAt,
      united: sql<boolean>`exists (select 1 from organisations u
        where u.id = employers.union_id and u.closed_at is null)`,
    })
    .from(employers)
    .where(inArray(employers.id, [...ids]))
    .orderBy(asc(employers.id))
    .for('update');
  const closed = rows.find(({ closedAt }) => closedAt);
  if (closed) return { reason: 'one_closed', name: closed.name };
  const united = rows.find((row) => row.united);
  if (united) return { reason: 'has_union', name: united.name };
  await tx.db
    .update(employers)
    .set({ unionId, version: sql`${employers.version} + 1` })
    .where(inArray(employers.id, [...ids]));
  return null;
}
