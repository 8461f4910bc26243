import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { memberships } from '@/db/schema/membership';
import { findOccupation } from '@/features/members/queries/occupations';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { closeRequest } from '../steps/close-request';
import { lockDeskRequest } from './lock-desk-request';

const note = '已按您登记的更新。';

/**
 * The union agrees to another occupation or employer: the 会籍 carries it from now on, with the
 * dictionary's figures as of today. Nobody agrees to their own (回避). Throws NotFound for a request of
 * another kind or that the officer does not see, and for who has no 会籍 left.
 * Refuses `unknown_occupation` for a code outside today's dictionary; further those of `lockDeskRequest`.
 * @authorized-by lockDeskRequest canReviewApplication at the desk, and never one's own case
 */
export async function applyWorkChange(
  ctx: Ctx,
  { requestId }: { requestId: string },
): Promise<Result<{ id: string }, 'own_case' | 'transfer_closed' | 'unknown_occupation'>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockDeskRequest(tx, requestId, ['work']);
    if (!locked.ok) return locked;
    const row = locked.value;
    const { id, personId, organisationId } = row;
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
    await closeRequest(tx, row, note);
    await recordAudit(tx, {
      action: 'apply_work_change',
      entityType: 'membership',
      entityId: before.id,
      organisationId,
      before: { occupation: before.occupationCode, employer: before.employerName },
      after: { occupation: occupationCode, employer: employerName },
    });
    return ok({ id });
  });
}
