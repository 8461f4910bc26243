import 'server-only';
import { sql } from 'drizzle-orm';
import { deskUrges } from '@/db/schema/desk';
import { canDecideBookings } from '@/features/bookings/policy';
import { canCorrectIdentity } from '@/features/corrections/policy';
import { canReviewApplication } from '@/features/members/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
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
import { countLateAt } from '../queries/overdue';
import { type DeskMatter, deskMatters, sumOfMatters } from '../rules/overdue';

const rights: Record<DeskMatter, { readonly roles: readonly string[] }> = {
  membership: canReviewApplication,
  ...canDecideBookings,
  transfer: canReviewApplication,
  correction: canCorrectIdentity,
};

/** Who at the desk itself answers for what is late, and who acts for them; those above are who urge. In order of id. */
async function officersThere(
  tx: Ctx,
  organisationId: string,
  late: readonly DeskMatter[],
): Promise<string[]> {
  const roles = `{${late.flatMap((matter) => [...rights[matter].roles]).join(',')}}`;
  const rows = await tx.db.execute<{ id: string }>(sql`
    select distinct account_id as id from officers_at(${organisationId}::uuid, ${roles}::text[])
    where depth = 0 order by id`);
  return rows.map((row) => row.id);
}

/**
 * 催办: asks the officers of a desk below to clear what is late, of whatever matter, once a day whoever asks
 * (domain.md §1.4). Refuses `nothing_late`; `urged_today`; `no_officer` where nobody holds the right at that desk.
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
    const late = await countLateAt(tx, organisationId);
    const overdue = sumOfMatters(late);
    if (overdue === 0) return refuse('nothing_late');
    const officers = await officersThere(
      tx,
      organisationId,
      deskMatters.filter((m) => late[m]),
    );
    if (officers.length === 0) return refuse('no_officer');
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
      after: { overdue, ...late },
    });
    const dedupeKey = `urge:${organisationId}:${on}`;
    await notifyEach(tx, officers, { ...urgedNotice(late), dedupeKey });
    return ok({ overdue });
  });
}
