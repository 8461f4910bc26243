import 'server-only';
import { sql } from 'drizzle-orm';
import type { AccountActor, Grant } from '../actor';
import type { Ctx } from '../ctx';
import { readAsSystem } from '../transaction';

interface Found extends Record<string, unknown> {
  display_name: string;
  person_id: string | null;
  grants: Grant[];
}

/**
 * The officer for whom a job goes on working, with the roles of this moment: what was taken away since they
 * began counts no more. An account that was closed has none.
 * @param workId what they began: stands where a session would
 * @throws when there is no such account
 */
export async function officerActor(
  ctx: Ctx,
  accountId: string,
  workId: string,
): Promise<AccountActor> {
  const [row] = await readAsSystem(ctx, (systemTx) =>
    systemTx.db.execute<Found>(sql`
      select a.display_name, p.id as person_id,
        case when a.disabled_at is null then grants_of(a.id) else '[]'::json end as grants
      from accounts a left join people p on p.account_id = a.id where a.id = ${accountId}::uuid`),
  );
  if (!row) throw new Error('a job of nobody');
  return {
    kind: 'account',
    accountId,
    personId: row.person_id,
    sessionId: workId,
    displayName: row.display_name,
    assurance: 'totp',
    mode: 'staff',
    grants: row.grants,
  };
}
