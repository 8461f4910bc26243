import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/**
 * Writes down of a person's secondments what follows from their days: with the 会籍 that one rests on it is over. Its
 * days are free for another. As the system.
 */
export async function endWithMembership(systemTx: Ctx, personId: string): Promise<void> {
  await systemTx.db.execute(sql`update secondments s set
      ended_on = case when m.ended_on >= s.starts_on then m.ended_on end,
      withdrawn_at = case when m.ended_on < s.starts_on then now() end,
      end_reason = '会籍已不在原工会'
    from memberships m
    where m.id = s.membership_id and s.person_id = ${personId}::uuid and m.ended_on is not null
      and s.withdrawn_at is null and m.ended_on < coalesce(s.ended_on, s.ends_on)`);
}
