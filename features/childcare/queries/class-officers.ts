import 'server-only';
import { sql } from 'drizzle-orm';
import { canManageChildcare } from '@/features/offerings/policy';
import type { Ctx } from '@/lib/ctx';

/**
 * Accounts that answer for an organiser's classes: the right held there, else nearest above,
 * and who acts for them today. Run it
 * as the system. In order of id.
 */
export async function listClassOfficers(systemTx: Ctx, organiserId: string): Promise<string[]> {
  const roles = `{${canManageChildcare.roles.join(',')}}`;
  const rows = await systemTx.db.execute<{ id: string }>(sql`
    with officers as (select account_id as id, depth from officers_at(${organiserId}::uuid, ${roles}::text[]))
    select distinct id from officers where depth = (select min(depth) from officers) order by id`);
  return rows.map((row) => row.id);
}
