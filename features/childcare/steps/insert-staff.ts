import 'server-only';
import { classStaff, classStaffPhone } from '@/db/schema/childcare';
import { accountOf } from '@/lib/actor';
import { sealField } from '@/lib/crypto/field';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { assignedNotice } from '../messages';
import type { ClassFacts } from '../queries/class-access';
import type { AddClassStaffInput } from '../schema/class';
import { tellAssigned } from './tell-assigned';

/**
 * Writes who looks after a class, without a check yet, and tells whoever signs in with the phone.
 * @returns the line, or null where the phone is registered in this class already
 */
export async function insertStaff(
  tx: Ctx,
  to: ClassFacts,
  { name, role, phone }: Pick<AddClassStaffInput, 'name' | 'role' | 'phone'>,
): Promise<string | null> {
  const id = newId();
  const index = phoneIndex(phone);
  const done = await tx.db
    .insert(classStaff)
    .values({
      ...{ id, sessionId: to.sessionId, organiserId: to.organiserId, role, name },
      phoneSealed: sealField(phone, classStaffPhone(id)),
      phoneIndex: index,
      phoneTail: phone.slice(-4),
      createdBy: accountOf(tx.actor),
    })
    .onConflictDoNothing()
    .returning({ id: classStaff.id });
  if (done.length === 0) return null;
  await tellAssigned(tx, index, assignedNotice(to, id));
  return id;
}
