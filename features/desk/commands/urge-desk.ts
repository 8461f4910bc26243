import 'server-only';
import { sql } from 'drizzle-orm';
import { deskUrges } from '@/db/schema/desk';
import { canReviewApplication } from '@/features/members/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { listDeskOfficers } from '@/features/review/queries/desk-officers';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { urgedNotice } from '../messages';

/** Whether somebody holds the right at the desk itself; those above are who urge. */
async function hasOfficer(tx: Ctx, organisationId: string): Promise<boolean> {
  const roles = `{${canReviewApplication.roles.join(',')}}`;
  const [row] = await tx.db.execute<{ there: boolean }>(sql`
    select exists (select 1 from officers_at(${organisationId}::uuid, ${roles}::text[]) where depth = 0) as there`);
  return row?.there === true;
}

/**
 * 催办: asks the officers of a desk below to clear what is late, once a day whoever asks (domain.md §1.4).
 * Refuses `nothing_late`; `urged_today`; `no_officer` where nobody holds the right at that desk.
 */
export async function urgeDesk(
  ctx: Ctx,
  { organisationId }: { organisationId: string },
): Promise<Result<{ overdue: number }, 'nothing_late' | 'urged_today' | 'no_officer'>> {
  return transaction(ctx, async (tx) => {
    const path = await organisationPath(tx, organisationId);
    const above = path.filter((id) => id !== organisationId);
    authorize(canReviewApplication(tx.actor, above));
    const on = todayOn(tx.now);
    const [late] = await tx.db.execute<{ n: number }>(sql`
      select count(*)::int as n from membership_applications
      where desk_id = ${organisationId}::uuid and status in ('submitted', 'in_review') and due_on < ${on}::date`);
    const overdue = late?.n ?? 0;
    if (overdue === 0) return refuse('nothing_late');
    if (!(await hasOfficer(tx, organisationId))) return refuse('no_officer');
    const asked = await tx.db
      .insert(deskUrges)
      .values({
        id: newId(),
        organisationId,
        on,
        urgedBy: accountOf(tx.actor) ?? '',
        overdue,
        at: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: deskUrges.id });
    if (asked.length === 0) return refuse('urged_today');
    await recordAudit(tx, {
      action: 'urge_desk',
      entityType: 'organisation',
      entityId: organisationId,
      organisationId,
      after: { overdue },
    });
    const dedupeKey = `urge:${organisationId}:${on}`;
    const officers = await listDeskOfficers(tx, organisationId);
    await notifyEach(tx, officers, { ...urgedNotice(overdue), dedupeKey });
    return ok({ overdue });
  });
}
