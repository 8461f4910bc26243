import 'server-only';
import { eq } from 'drizzle-orm';
import { classStaff } from '@/db/schema/childcare';
import { canManageChildcare } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type ClassPlace, lockStaff } from '../queries/class-access';

/**
 * Takes somebody off a class from this moment: the assignment opens no record any more. The line stays,
 * because who was with the children must be known afterwards.
 */
export async function removeClassStaff(
  ctx: Ctx,
  { staffId }: { staffId: string },
): Promise<Result<ClassPlace>> {
  return transaction(ctx, async (tx) => {
    const { staff, facts } = await lockStaff(tx, staffId);
    authorize(canManageChildcare(tx.actor, await organisationPath(tx, facts.organiserId)));
    await tx.db.update(classStaff).set({ removedAt: tx.now }).where(eq(classStaff.id, staffId));
    await recordAudit(tx, {
      action: 'remove_class_staff',
      entityType: 'offering_session',
      entityId: staff.sessionId,
      organisationId: facts.organiserId,
      after: { staff: staffId, role: staff.role },
    });
    return ok({ sessionId: staff.sessionId, offeringId: facts.offeringId });
  });
}
