import 'server-only';
import { canManageChildcare } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type ClassPlace, manageClass } from '../queries/class-access';
import type { AddClassStaffInput } from '../schema/class';
import { insertStaff } from '../steps/insert-staff';

/**
 * Registers somebody who looks after a class. Until a check is recorded for them the class cannot
 * open, nor take children in on a new day (未成年人保护法 62, 130; domain.md §3.2).
 * Refuses `staff_known` when the phone is registered in this class already.
 */
export async function addClassStaff(
  ctx: Ctx,
  { sessionId, name, role, phone }: AddClassStaffInput,
): Promise<Result<ClassPlace, 'staff_known'>> {
  return transaction(ctx, async (tx): Promise<Result<ClassPlace, 'staff_known'>> => {
    const facts = await manageClass(tx, sessionId);
    authorize(canManageChildcare(tx.actor, await organisationPath(tx, facts.organiserId)));
    const id = await insertStaff(tx, facts, { name, role, phone });
    if (!id) return refuse('staff_known', { fieldErrors: { phone: '这个手机号已经登记在本班' } });
    await recordAudit(tx, {
      action: 'add_class_staff',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { staff: id, name: maskName(name), role },
    });
    return ok({ sessionId, offeringId: facts.offeringId });
  });
}
