import 'server-only';
import { eq } from 'drizzle-orm';
import { membershipCases } from '@/db/schema/membership-cases';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { DecideMembershipCaseInput } from '../schema/membership-cases';
import { lockMembershipCase } from './lock-membership-case';

/**
 * The member pays and comes again, or the case does not stand: it ends without a change, by any officer of the desk.
 * Throws NotFound for a case that the officer does not see.
 * Refuses those of `lockMembershipCase`.
 * @authorized-by lockMembershipCase canReviewApplication at the desk, and never one's own case
 */
export async function dropCase(
  ctx: Ctx,
  { caseId, note }: DecideMembershipCaseInput,
): Promise<Result<{ id: string }, 'own_case' | 'case_over'>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockMembershipCase(tx, caseId, { above: false });
    if (!locked.ok) return locked;
    const { by, organisationId } = locked.value;
    await tx.db
      .update(membershipCases)
      .set({ status: 'dropped', decidedBy: by, decidedAt: tx.now, decisionNote: note })
      .where(eq(membershipCases.id, caseId));
    await recordAudit(tx, {
      action: 'drop_case',
      entityType: 'membership_case',
      entityId: caseId,
      organisationId,
      reason: note,
    });
    return ok({ id: caseId });
  });
}
