import 'server-only';
import { classStaff, classStaffPhone } from '@/db/schema/childcare';
import { canManageChildcare } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import { sealField } from '@/lib/crypto/field';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { assignedNotice } from '../messages';
import { type ClassPlace, manageClass } from '../queries/class-access';
import type { AddClassStaffInput } from '../schema/class';
import { tellAssigned } from '../steps/tell-assigned';

/**
 * Registers somebody who looks after a class. Until a check is recorded for them the class cannot
 * open, nor take children in on a new day (未成年人保护法 62, 130; domain.md §3.2).
 * Refuses `staff_known` when the phone is registered in this class already.
 */
export async function addClassStaff(
  ctx: Ctx,
  { sessionId, name, role, phone }: AddClassStaffInput,
): Promise<Result<ClassPlace, 'staff_known'>> {
  const work = async (tx: Ctx): Promise<Result<ClassPlace, 'staff_known'>> => {
    const facts = await manageClass(tx, sessionId);
    authorize(canManageChildcare(tx.actor, await organisationPath(tx, facts.organiserId)));
    const id = newId();
    const index = phoneIndex(phone);
    await tx.db.insert(classStaff).values({
      id,
      sessionId,
      organiserId: facts.organiserId,
      role,
      name,
      phoneSealed: sealField(phone, classStaffPhone(id)),
      phoneIndex: index,
      phoneTail: phone.slice(-4),
      createdBy: accountOf(tx.actor),
    });
    await recordAudit(tx, {
      action: 'add_class_staff',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { staff: id, name: maskName(name), role },
    });
    await tellAssigned(tx, index, assignedNotice(facts, id));
    return ok({ sessionId, offeringId: facts.offeringId });
  };
  try {
    return await transaction(ctx, work);
  } catch (error) {
    if (violates(error, 'class_staff_once_idx')) {
      return refuse('staff_known', { fieldErrors: { phone: '这个手机号已经登记在本班' } });
    }
    throw error;
  }
}
