import 'server-only';
import { sql } from 'drizzle-orm';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { asSystem, type Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { undoSeconds } from '@/lib/undo-settings';

/**
 * Writes 入会 into the append-only 会籍变化 log for approvals that can no longer be undone, each once.
 * Runs a second after the undo is over, and hourly for whatever a stopped worker missed.
 * @open the system itself, on its clock
 * @unaudited the approval stands in the audit; this line follows from it
 * @param only one application, or all that are due
 * @returns how many lines were written
 */
export async function recordJoinings(ctx: Ctx, only?: string): Promise<number> {
  return transaction(asSystem(ctx), async (tx) => {
    const { undoSeconds: seconds } = await readSettings(tx, { undoSeconds });
    // Locks each application, so that an undo comes either wholly before or finds the line.
    const due = await tx.db.execute<{ application: string; membership: string; on: string }>(sql`
      select a.id as application, m.id as membership, m.joined_on::text as "on"
      from membership_applications a
      join memberships m on m.person_id = a.person_id and m.organisation_id = a.organisation_id
        and m.joined_on = (a.decided_at at time zone 'Asia/Shanghai')::date
      where a.status = 'approved' and (${only ?? null}::uuid is null or a.id = ${only ?? null}::uuid)
        and a.decided_at < clock_timestamp() - make_interval(secs => ${seconds})
        and not exists (select 1 from membership_changes c where c.application_id = a.id and c.type = 'joined')
      order by a.id limit 500 for update of a skip locked`);
    for (const { application: applicationId, membership: membershipId, on } of due) {
      await recordMembershipChange(tx, { membershipId, type: 'joined', on, applicationId });
    }
    return due.length;
  });
}
