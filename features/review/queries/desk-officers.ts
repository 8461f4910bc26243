import 'server-only';
import { sql } from 'drizzle-orm';
import { canReviewApplication } from '@/features/members/policy';
import type { Ctx } from '@/lib/ctx';
import { readAsSystem } from '@/lib/transaction';

/**
 * Who answers for a desk: the accounts that hold the right at it, else at the nearest organisation
 * above that has any, and who acts for them today. Roles of closed accounts do not count. In order of id.
 */
export async function listDeskOfficers(ctx: Ctx, deskId: string): Promise<string[]> {
  const roles = `{${canReviewApplication.roles.join(',')}}`;
  const rows = await readAsSystem(ctx, (systemTx) =>
    systemTx.db.execute<{ id: string }>(sql`
    with officers as (select account_id as id, depth from officers_at(${deskId}::uuid, ${roles}::text[]))
    select distinct id from officers where depth = (select min(depth) from officers) order by id`),
  );
  return rows.map((row) => row.id);
}
