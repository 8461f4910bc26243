import 'server-only';
import { sql } from 'drizzle-orm';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { hasInbox } from '../policy';
import { getCaseDesk } from '../queries/case-desk';

/** How long a look counts as still there; its page asks again every twenty. Seconds. */
export const stillThere = 60;

/**
 * Notes that the officer has a case before them, and says who else has: their page asks while it is seen. Throws
 * NotFound where the officer may not decide the case.
 * @unaudited a minute's presence, gone by itself; opening a case is on record
 * @returns names of the others, by name
 */
export async function viewCase(
  ctx: Ctx,
  { ref }: { ref: string },
): Promise<Result<{ others: string[] }>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    const { id } = await getCaseDesk(tx, ref);
    const me = accountOf(tx.actor);
    await tx.db.execute(sql`
      insert into case_views (case_id, officer_id, seen_at) values (${id}::uuid, ${me}::uuid, now())
      on conflict (case_id, officer_id) do update set seen_at = now()`);
    const rows = await tx.db.execute<{ name: string }>(sql`
      select a.display_name as name from case_views v join accounts a on a.id = v.officer_id
      where v.case_id = ${id}::uuid and v.officer_id <> ${me}::uuid
        and v.seen_at > now() - make_interval(secs => ${stillThere})
      order by 1`);
    return ok({ others: rows.map((row) => row.name) });
  });
}
