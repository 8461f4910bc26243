import 'server-only';
import { sql } from 'drizzle-orm';
import { canManageChildcare } from '@/features/offerings/policy';
import type { Ctx } from '@/lib/ctx';

/**
 * Accounts that answer for an organiser's classes: the right held there, else nearest above. Run it
 * as the system. In order of id.
 */
export async function listClassOfficers(systemTx: Ctx, organiserId: string): Promise<string[]> {
  const roles = `{${canManageChildcare.roles.join(',')}}`;
  const rows = await systemTx.db.execute<{ id: string }>(sql`
    with held as (
      select distinct g.account_id as id, c.depth
      from organisation_closure c
      join role_grants g on g.organisation_id = c.ancestor_id and g.revoked_at is null
        and g.role = any (${roles}::text[])
      join accounts a on a.id = g.account_id and a.disabled_at is null
      where c.descendant_id = ${organiserId}::uuid)
    select id from held where depth = (select min(depth) from held) order by id`);
  return rows.map((row) => row.id);
}
