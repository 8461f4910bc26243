import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { memberships, transferRequests } from '@/db/schema/membership';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { findOccupation } from '@/features/members/queries/occupations';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { transferClosedNotice } from '../messages';

const note = '已按您登记的更新。';

/**
 * The union agrees to another occupation or employer: the 会籍 carries it from now on, with the
 * dictionary's figures as of today. Nobody agrees to their own (回避). Throws NotFound for a request of
 * another kind or that the officer does not see, and for who has no 会籍 left.
 * Refuses `own_case` for one's own or one's family's; `transfer_closed` when it is answered
 * already; `unknown_occupation` for a code outside today's dictionary.
 */
export async function applyWorkChange(
  ctx: Ctx,
  { requestId }: { requestId: string },
): Promise<Result<{ id: string }, 'own_case' | 'transfer_closed' | 'unknown_occupation'>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(transferRequests)
      .where(and(eq(transferRequests.id, requestId), eq(transferRequests.kind, 'work')))
      .for('update');
    if (!row || tx.actor.kind !== 'account') throw new NotFound('transfer_request');
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, row.organisationId)));
    const { id, number, kind, accountId, personId, organisationId } = row;
    if (await isOwnCase(tx, row)) return refuse('own_case');
    if (row.status === 'closed')
      return refuse('transfer_closed', { detail: { who: '同事', when: '' } });
    const occupation = await findOccupation(tx, row.occupationCode ?? '', todayOn(tx.now));
    if (!occupation) return refuse('unknown_occupation');
    const mine = and(eq(memberships.personId, personId), ne(memberships.status, 'left'));
    const [before] = await tx.db.select().from(memberships).where(mine).for('update');
    if (!before) throw new NotFound('membership');
    const {
      code: occupationCode,
      version: occupationVersion,
      isNewForm,
      inEightGroups,
    } = occupation;
    const { employerName } = row;
    const same = employerName === before.employerName;
    await tx.db
      .update(memberships)
      .set({
        ...{ occupationCode, occupationVersion, isNewForm, inEightGroups, employerName },
        employerId: same ? before.employerId : null,
      })
      .where(eq(memberships.id, before.id));
    await tx.db
      .update(transferRequests)
      .set({ status: 'closed', note, closedAt: tx.now, closedBy: tx.actor.accountId })
      .where(eq(transferRequests.id, id));
    await recordAudit(tx, {
      action: 'apply_work_change',
      entityType: 'membership',
      entityId: before.id,
      organisationId,
      before: { occupation: before.occupationCode, employer: before.employerName },
      after: { occupation: occupationCode, employer: employerName },
    });
    const union = await getOrganisation(tx, organisationId);
    await notify(tx, {
      accountId,
      ...transferClosedNotice({ id, number, kind, union: union.shortName, answer: note }),
    });
    return ok({ id });
  });
}
