import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

interface Passing {
  readonly fromId: string;
  readonly fromName: string;
  /** Null where nobody takes over. */
  readonly toId: string | null;
  /** YYYY-MM-DD */
  readonly today: string;
}

/**
 * A union was merged or closed, its 会籍 carried already: what its members have under way goes with them, whoever
 * works in it works in the one that takes over, or in what is now a unit in words. Between the two it is over. As the
 * system.
 */
export async function passSecondments(
  systemTx: Ctx,
  { fromId, fromName, toId, today }: Passing,
): Promise<void> {
  const open = sql`s.withdrawn_at is null and coalesce(s.ended_on, s.ends_on) >= ${today}::date`;
  await systemTx.db.execute(sql`update secondments s set
      ended_on = case when s.starts_on < ${today}::date then ${today}::date - 1 end,
      withdrawn_at = case when s.starts_on >= ${today}::date then now() end,
      end_reason = '两个工会已合并'
    where ${open} and ((s.organisation_id = ${fromId}::uuid and s.host_id = ${toId}::uuid)
      or (s.organisation_id = ${toId}::uuid and s.host_id = ${fromId}::uuid))`);
  await systemTx.db.execute(sql`update secondments s
    set membership_id = m.id, organisation_id = m.organisation_id from memberships m
    where m.previous_id = s.membership_id and s.organisation_id = ${fromId}::uuid and ${open}`);
  await systemTx.db.execute(sql`update secondments s set host_id = ${toId}::uuid,
      host_name = case when ${toId}::uuid is null then ${fromName} end
    where s.host_id = ${fromId}::uuid and ${open}`);
}
