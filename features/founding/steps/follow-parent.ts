import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/** What a moved union has under way (换届, 变更…) is answered by the union above it now (工会法 12). As the system. */
export async function followParent(
  systemTx: Ctx,
  { unionId, before, after }: { unionId: string; before: string; after: string },
): Promise<void> {
  await systemTx.db.execute(sql`update foundings f set parent_id = ${after}::uuid
    where f.organisation_id = ${unionId}::uuid and f.parent_id = ${before}::uuid and f.kind <> 'founding'
      and (select a.step from founding_actions a where a.founding_id = f.id order by a.position desc limit 1)
        not in ('certified', 'abandoned')`);
}
