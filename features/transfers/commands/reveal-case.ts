import 'server-only';
import { eq } from 'drizzle-orm';
import { caseFacts, membershipCases } from '@/db/schema/membership-cases';
import { canReviewApplication } from '@/features/members/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { MembershipCaseInput } from '../schema/membership-cases';

/**
 * 查看 of what a 除名 rests on: number of the judgement and the union's opinion, each look on record. Throws NotFound for
 * a case that the officer does not see, and for one that rests on nothing sealed.
 */
export async function revealCase(
  ctx: Ctx,
  { caseId }: MembershipCaseInput,
): Promise<Result<{ value: string }>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(membershipCases).where(eq(membershipCases.id, caseId));
    if (!row?.factsSealed) throw new NotFound('membership_case');
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, row.organisationId)));
    await recordAudit(tx, {
      action: 'view_case_facts',
      entityType: 'membership_case',
      entityId: caseId,
      organisationId: row.organisationId,
    });
    const { judgement, facts } = JSON.parse(openField(row.factsSealed, caseFacts(caseId)));
    return ok({ value: `${judgement}：${facts}` });
  });
}
