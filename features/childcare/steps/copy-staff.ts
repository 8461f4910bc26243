import 'server-only';
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { classStaff, classStaffPhone } from '@/db/schema/childcare';
import { accountOf } from '@/lib/actor';
import { maskName } from '@/lib/china/person-name';
import { openField, sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { assignedNotice } from '../messages';
import type { ClassFacts } from '../queries/class-access';
import { checkState } from '../rules/readiness';
import { GONE } from './forget-staff';
import { tellAssigned } from './tell-assigned';

export type StaffLine = typeof classStaff.$inferSelect;

/** The check goes along while it still counts; whoever recorded it is still who did. */
function asOf(line: StaffLine, today: string) {
  const { checkPassedOn, checkReference, checkValidUntil, checkRecordedBy } = line;
  const counts = !['missing', 'expired'].includes(checkState(checkValidUntil, today));
  return counts
    ? { checkPassedOn, checkReference, checkValidUntil, checkRecordedBy }
    : { checkPassedOn: null, checkReference: null, checkValidUntil: null, checkRecordedBy: null };
}

/**
 * Takes a person of an earlier class over into this one, with the check while it counts, and tells them.
 * @returns the new line, or null where the phone is registered in this class already
 */
export async function copyStaffLine(
  tx: Ctx,
  line: StaffLine,
  to: ClassFacts,
): Promise<string | null> {
  const id = newId();
  const phone = openField(line.phoneSealed, classStaffPhone(line.id));
  const { name, role, phoneIndex, phoneTail } = line;
  const done = await tx.db
    .insert(classStaff)
    .values({
      ...{ id, sessionId: to.sessionId, organiserId: to.organiserId },
      ...{ name, role, phoneIndex, phoneTail, ...asOf(line, todayOn(tx.now)) },
      phoneSealed: sealField(phone, classStaffPhone(id)),
      createdBy: accountOf(tx.actor),
    })
    .onConflictDoNothing()
    .returning({ id: classStaff.id });
  if (done.length === 0) return null;
  await tellAssigned(tx, phoneIndex, assignedNotice(to, id));
  return id;
}

/**
 * Takes everybody who is still on an earlier class over into this one.
 * @returns for the record, names masked, in the order in which they were registered
 */
export async function copyAllStaff(tx: Ctx, fromId: string, to: ClassFacts) {
  const lines = await tx.db
    .select()
    .from(classStaff)
    .where(
      and(
        eq(classStaff.sessionId, fromId),
        isNull(classStaff.removedAt),
        ne(classStaff.name, GONE),
      ),
    )
    .orderBy(asc(classStaff.createdAt), asc(classStaff.id));
  const copied = [];
  for (const line of lines) {
    const id = await copyStaffLine(tx, line, to);
    if (id) copied.push({ staff: id, name: maskName(line.name), role: line.role });
  }
  return copied;
}
