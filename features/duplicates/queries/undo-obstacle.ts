import 'server-only';
import { sql } from 'drizzle-orm';
import type { recordMerges } from '@/db/schema/duplicates';
import type { Ctx } from '@/lib/ctx';

type Merge = Pick<typeof recordMerges.$inferSelect, 'id' | 'survivorId' | 'loserId' | 'mergedAt'>;

/**
 * Why a merge cannot be taken back: one of the two was merged again after it, or a 会籍 that followed was transferred
 * since. Run it as the system.
 * @returns null when nothing stands in the way
 */
export async function undoObstacle(
  systemTx: Ctx,
  { id, survivorId, loserId, mergedAt }: Merge,
): Promise<'later_merge' | 'moved_on' | null> {
  const [row] = await systemTx.db.execute<{ later: boolean; moved: boolean }>(sql`
    select exists (select 1 from record_merges m where m.undone_at is null and m.id <> ${id}::uuid
        and m.merged_at >= ${mergedAt.toISOString()}::timestamptz
        and (m.survivor_id in (${survivorId}::uuid, ${loserId}::uuid)
          or m.loser_id in (${survivorId}::uuid, ${loserId}::uuid))) as later,
      exists (select 1 from merged_rows r join memberships next on next.previous_id = (r.row_key ->> 'id')::uuid
        where r.merge_id = ${id}::uuid and r.table_name = 'memberships' and not r.stayed
          and next.person_id = ${survivorId}::uuid
          and not exists (select 1 from merged_rows o where o.merge_id = r.merge_id and o.table_name = 'memberships'
            and o.row_key ->> 'id' = next.id::text)
          and not exists (select 1 from record_merges m, jsonb_array_elements(m.changes) c
            where m.id = r.merge_id and c ->> 'id' = next.id::text)) as moved`);
  if (row?.later) return 'later_merge';
  return row?.moved ? 'moved_on' : null;
}
