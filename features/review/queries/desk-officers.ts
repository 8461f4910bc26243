import 'server-only';
import { sql } from 'drizzle-orm';
import { canReviewApplication } from '@/features/members/policy';
import type { Ctx } from '@/lib/ctx';
import { readAsSystem } from '@/lib/transaction';

/**
 * Who answers for a desk: the accounts that hold the right at it, else at the nearest organisation
 * above that has any. Roles of closed accounts do not count. In order of id.
 */
export async function listDeskOfficers(ctx: Ctx, deskId: string): Promise<string[]> {
  const roles = `{${canReviewApplication.roles.join(',')}}`;
  const rows = await readAsSystem(ctx, (systemTx) =>
    systemTx.db.execute<{ id: string }>(sql`
    with held as (
      select distinct g.account_id as id, c.depth
      from organisation_closure c
      join role_grants g on g.organisation_id = c.ancestor_id and g.revoked_at is null
        and g.role = any (${roles}::text[])
      join accounts a on a.id = g.account_id and a.disabled_at is null
      where c.descendant_id = ${deskId}::uuid)
    select id from held where depth = (select min(depth) from held) order by id`),
  );
  return rows.map((row) => row.id);
}
