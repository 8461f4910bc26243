import 'server-only';
import { and, eq } from 'drizzle-orm';
import { caseAssignments } from '@/db/schema/desk';
import { accounts } from '@/db/schema/identity';
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

type Given = typeof caseAssignments.$inferInsert;

/** Writes who has the case from now on where it still is with whom the page showed; false where it is not. */
async function passOn(tx: Ctx, caseId: string, seen: string, given: Given | null) {
  const { caseId: id, officerId } = caseAssignments;
  if (seen === '') {
    if (!given) return true;
    const taken = await tx.db
      .insert(caseAssignments)
      .values(given)
      .onConflictDoNothing()
      .returning({ id });
    return taken.length > 0;
  }
  const asSeen = and(eq(id, caseId), eq(officerId, seen));
  const passed = given
    ? await tx.db.update(caseAssignments).set(given).where(asSeen).returning({ id })
    : await tx.db.delete(caseAssignments).where(asSeen).returning({ id });
  return passed.length > 0;
}

/** Who has the case now; undefined when nobody. */
async function takerOf(tx: Ctx, caseId: string) {
  const [taker] = await tx.db
    .select({ id: accounts.id, name: accounts.displayName })
    .from(caseAssignments)
    .innerJoin(accounts, eq(accounts.id, caseAssignments.officerId))
    .where(eq(caseAssignments.caseId, caseId));
  return taker;
}

/**
 * Takes a case on, hands it to a colleague, or leaves it to whoever comes first. It says whose turn it is and
 * gives no right: whoever may decide the case still may. A colleague who is given it is told. Throws NotFound where
 * the officer may not decide the case.
 * Refuses `not_theirs` for somebody who may not decide it; `taken_meanwhile` when it went to somebody else, by
 * `name`, since the page was shown.
 */
export async function assignCase(
  ctx: Ctx,
  { ref, officerId, seen }: AssignCase,
): Promise<Result<{ ref: string }, 'not_theirs' | 'taken_meanwhile'>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    const desk = await getCaseDesk(tx, ref);
    const me = accountOf(tx.actor) ?? '';
    const officers = await listCaseOfficers(tx, desk);
    const to = officers.find(({ id }) => id === officerId);
    if (officerId !== '' && !to) return refuse('not_theirs');
    const { id: caseId, kind: caseKind, organisationId } = desk;
    const given = to && {
      ...{ caseId, caseKind, organisationId, officerId: to.id, assignedBy: me, at: tx.now },
    };
    if (!(await passOn(tx, caseId, seen, given ?? null))) {
      const taker = await takerOf(tx, caseId);
      // A second click finds done what it asked for.
      if ((taker?.id ?? '') === officerId) return ok({ ref });
      return refuse('taken_meanwhile', { detail: { name: taker?.name ?? '同事' } });
    }
    await recordAudit(tx, {
      action: 'assign_case',
      entityType: entityTypes[caseKind],
      entityId: caseId,
      organisationId,
      before: { officer: seen || null },
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
