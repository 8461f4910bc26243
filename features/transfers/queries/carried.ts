import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { readAsSystem } from '@/lib/transaction';
import { type CarryKey, carriedLines } from '../rules/carry-over';

interface Counts extends Record<Exclude<CarryKey, 'number'>, number> {
  [key: string]: number;
}

/**
 * What a person has under way, by the table of what goes along and what stays; counted as the system, because the
 * rows lie with several unions. In the order of the table.
 */
export async function listCarried(
  ctx: Ctx,
  { personId, accountId, fromId }: { personId: string; accountId: string; fromId: string },
) {
  return readAsSystem(ctx, async (systemTx) => {
    const [counts] = await systemTx.db.execute<Counts>(sql`select
      (select count(*)::int from transfer_requests where person_id = ${personId} and status = 'requested') as requests,
      (select count(*)::int from bookings b join offering_sessions s on s.id = b.session_id
        where b.person_id = ${personId} and s.ends_at > now()
          and b.status in ('waitlisted', 'offered', 'entered', 'pending', 'sent_back')) as waiting,
      (select count(*)::int from bookings b join offering_sessions s on s.id = b.session_id
        where b.person_id = ${personId} and s.ends_at > now() and b.status = 'booked') as places,
      (select count(*)::int from unit_list_rows r join unit_lists l on l.id = r.list_id
        join offering_sessions s on s.id = l.session_id
        where r.person_id = ${personId} and l.organisation_id = ${fromId} and l.status = 'submitted'
          and s.ends_at > now()) as lists,
      (select count(*)::int from identity_corrections
        where person_id = ${personId} and child_id is null and status = 'waiting') as corrections,
      (select count(*)::int from secondments where person_id = ${personId} and withdrawn_at is null
        and coalesce(ended_on, ends_on) >= (now() at time zone 'Asia/Shanghai')::date) as secondments,
      (select count(*)::int from role_grants g join organisation_closure c on c.descendant_id = g.organisation_id
        where g.account_id = ${accountId} and g.revoked_at is null and c.ancestor_id = ${fromId}) as roles`);
    return carriedLines(counts ?? {});
  });
}

export type CarriedLine = Awaited<ReturnType<typeof listCarried>>[number];
