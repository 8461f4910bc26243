import 'server-only';
import { eq } from 'drizzle-orm';
import { caseAssignments } from '@/db/schema/desk';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { caseAssignedNotice } from '../messages';
import { hasInbox } from '../policy';
import { getCaseDesk } from '../queries/case-desk';
import { listCaseOfficers } from '../queries/case-tools';
import type { AssignCase } from '../schema/case-tools';

const entityTypes = { applications: 'membership_application', bookings: 'booking' } as const;

/**
 * Takes a case on, hands it to a colleague, or leaves it to whoever comes first. It says whose turn it is and
 * gives no right: whoever may decide the case still may. A colleague who is given it is told. Throws NotFound where
 * the officer may not decide the case.
 * Refuses `not_theirs` for somebody who may not decide it.
 */
export async function assignCase(
  ctx: Ctx,
  { ref, officerId }: AssignCase,
): Promise<Result<{ ref: string }, 'not_theirs'>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    const desk = await getCaseDesk(tx, ref);
    const me = accountOf(tx.actor) ?? '';
    const officers = await listCaseOfficers(tx, desk);
    const to = officers.find(({ id }) => id === officerId);
    if (officerId !== '' && !to) return refuse('not_theirs');
    const { id: caseId, kind: caseKind, organisationId } = desk;
    const [before] = await tx.db
      .delete(caseAssignments)
      .where(eq(caseAssignments.caseId, caseId))
      .returning({ officerId: caseAssignments.officerId });
    if (to) {
      const given = { caseId, caseKind, organisationId, officerId: to.id, assignedBy: me };
      await tx.db
        .insert(caseAssignments)
        .values({ ...given, at: tx.now })
        .onConflictDoUpdate({ target: caseAssignments.caseId, set: { ...given, at: tx.now } });
    }
    await recordAudit(tx, {
      action: 'assign_case',
      entityType: entityTypes[caseKind],
      entityId: caseId,
      organisationId,
      before: { officer: before?.officerId ?? null },
      after: { officer: to?.id ?? null },
    });
    if (to && to.id !== me && tx.actor.kind === 'account') {
      const notice = caseAssignedNotice({ ref, number: desk.number, from: tx.actor.displayName });
      const dedupeKey = `assigned:${caseId}:${to.id}:${tx.requestId}`;
      await notify(tx, { accountId: to.id, ...notice, dedupeKey });
    }
    return ok({ ref });
  });
}
